// npm run fuzz -- [SECONDS a target, 60] [TARGET…]: libFuzzer with the sanitizers.
//
// Corpora grow under build/fuzz/corpus and are kept from run to run; a finding lies in build/fuzz/findings.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { isMain, jobs, main, root, run, say } from './run.mjs';
import { setUp } from './setup.mjs';

const build = join(root, 'build/fuzz');
const seeds = join(root, 'examples/articles');

/** Our own articles, as texts and as article JSON. */
async function seed(corpus, target) {
  await mkdir(corpus, { recursive: true });
  for (const name of await readdir(seeds)) {
    if (!target.startsWith('article_json')) await copyFile(join(seeds, name), join(corpus, name));
    else await writeFile(join(corpus, name), JSON.stringify({ id: name, text: await readFile(join(seeds, name), 'utf8'), reference: '2024-06-04' }));
  }
}

/** Fuzzes each target for `seconds`; a finding ends it. */
export async function fuzz(seconds, wanted = []) {
  if (!existsSync(join(build, 'build.ninja'))) await run('cmake', ['--preset', 'fuzz']);
  await run('cmake', ['--build', build, '-j', String(jobs)], { slow: 'copydesk: building the fuzz targets' });
  const sources = (await readdir(join(root, 'tests/fuzz'))).filter((name) => name.endsWith('_fuzz.cpp')).sort();
  const targets = sources.map((name) => name.replace('.cpp', '')).filter((name) => wanted.length === 0 || wanted.includes(name));
  await mkdir(join(build, 'findings'), { recursive: true });
  for (const target of targets) {
    const corpus = join(build, 'corpus', target);
    await seed(corpus, target);
    const options = [`-max_total_time=${seconds}`, '-timeout=10', '-rss_limit_mb=2048', '-max_len=20000', '-print_final_stats=1',
      `-dict=${join(root, 'tests/fuzz/english.dict')}`, `-artifact_prefix=${join(build, 'findings', target)}-`];
    const log = await runTarget(join(build, 'tests/fuzz', target), [...options, corpus]);
    say(`fuzz ${target}: ${/number_of_executed_units:\s*(\d+)/.exec(log)?.[1] ?? '?'} runs, no finding`);
  }

}

// libFuzzer talks on standard error.
async function runTarget(program, options) {
  return run('sh', ['-c', '"$0" "$@" 2>&1', program, ...options]);
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('test');
    await fuzz(Number(process.argv[2] ?? 60), process.argv.slice(3));
  });
