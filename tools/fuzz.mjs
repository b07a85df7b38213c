// npm run fuzz -- [--minutes N] [TARGET…]: each target of tests/fuzz with the sanitizers, for a minute.
//
//   npm run fuzz                     every target, a minute each
//   npm run fuzz -- --minutes 30     every target, half an hour each
//   npm run fuzz -- json_ld wasm     these two
//
// "wasm" is the target that compares the native build with WebAssembly; the others are libFuzzer's.  Corpora
// grow under build/fuzz/corpus and are kept from run to run; a finding lies in build/fuzz/findings.  The preset
// "sanitize" builds the targets, with the library that npm test has built for its other tests.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { configure, Expected, isMain, jobs, main, root, run, say } from './run.mjs';
import { setUp } from './setup.mjs';

const build = join(root, 'build/sanitize');
const corpora = join(root, 'build/fuzz/corpus');
const findings = join(root, 'build/fuzz/findings');
const ours = join(root, 'tests/fuzz');

// What a target reads, where it is no article.
const dictionaries = { json_ld: 'json', article_json: 'json', patterns: 'patterns' };

/** The names of all targets. */
export async function targets() {
  const sources = (await readdir(ours)).filter((name) => name.endsWith('_fuzz.cpp')).sort();
  return [...sources.map((name) => name.replace('_fuzz.cpp', '')), 'wasm'];
}

/** Our own articles, or the target's own seeds: among them every input that was once a finding. */
async function seed(corpus, target) {
  await mkdir(corpus, { recursive: true });
  const own = join(ours, 'seeds', target);
  const folders = [...(existsSync(own) ? [own] : []), ...(dictionaries[target] ? [] : [join(root, 'examples/articles')])];
  for (const folder of folders)
    for (const name of await readdir(folder)) await copyFile(join(folder, name), join(corpus, name));
}

async function fuzzWithLibFuzzer(target, seconds) {
  await run('cmake', ['--build', build, '-j', String(jobs), '--target', `${target}_fuzz`], { slow: `copydesk: building the fuzz target ${target}` });
  const corpus = join(corpora, target);
  await seed(corpus, target);
  const options = [`-max_total_time=${seconds}`, '-timeout=20', '-rss_limit_mb=3000', '-max_len=20000', '-print_final_stats=1',
    `-dict=${join(ours, `${dictionaries[target] ?? 'english'}.dict`)}`, `-artifact_prefix=${join(findings, target)}-`];
  // libFuzzer talks on standard error.
  const log = await run('sh', ['-c', '"$0" "$@" 2>&1', join(build, 'tests/fuzz', `${target}_fuzz`), ...options, corpus]);
  return /number_of_executed_units:\s*(\d+)/.exec(log)?.[1] ?? '?';
}

async function fuzzWebAssembly(seconds) {
  const said = await run(process.execPath, [join(ours, 'wasm.mjs'), String(seconds), findings]);
  return /(\d+) texts/.exec(said)?.[1] ?? '?';
}

/** Fuzzes each target for `seconds`; a finding ends it. */
export async function fuzz(seconds, wanted = []) {
  const all = await targets();
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Expected(`There is no fuzz target ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  if (!existsSync(join(build, 'build.ninja'))) await configure('sanitize');
  await mkdir(findings, { recursive: true });
  for (const target of wanted.length > 0 ? wanted : all) {
    const runs = target === 'wasm' ? await fuzzWebAssembly(seconds) : await fuzzWithLibFuzzer(target, seconds);
    say(`fuzz ${target}: ${runs} runs in ${seconds} s, no finding`);
  }
}

if (isMain(import.meta.url))
  await main(async () => {
    const words = process.argv.slice(2);
    const at = words.indexOf('--minutes');
    const minutes = at < 0 ? 1 : Number(words.splice(at, 2)[1]);
    if (!(minutes > 0)) throw new Expected('--minutes wants a number of minutes for each target: npm run fuzz -- --minutes 30');
    await setUp('test');
    await fuzz(Math.round(60 * minutes), words);
  });
