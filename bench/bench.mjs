// npm run bench: copydesk and its peers on the same articles, one process each; writes docs/bench.md.
//
//   npm run bench                everything, a few minutes
//   npm run bench -- --no-peers  ours alone
//
// The fastest of many runs counts: what else the machine does can only make a run slower.
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { build } from '../tools/build.mjs';
import { isMain, main, root, run, say } from '../tools/run.mjs';
import { peerNames } from './peers.mjs';

const scratch = join(root, 'build/bench');
const millions = (characters, nanoseconds) => (1000 * characters) / nanoseconds;
const shown = (value) => (value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(1) : value.toFixed(3));

/** Our own articles in one file, and files of other sizes made of it. */
async function texts() {
  await mkdir(scratch, { recursive: true });
  const folder = join(root, 'examples/articles');
  const articles = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
  const whole = articles.join('\n\n');
  const files = {};
  for (const [name, size] of [['1 kB', 1e3], ['10 kB', 1e4], ['100 kB', 1e5], ['1 MB', 1e6], ['10 MB', 1e7]]) {
    files[name] = join(scratch, `${size}.txt`);
    await writeFile(files[name], `${whole}\n\n`.repeat(Math.ceil(size / whole.length)).slice(0, size).toWellFormed?.() ?? '');
  }
  const file = join(scratch, 'articles.txt');
  await writeFile(file, whole);
  return { file, whole, files };
}

/** Our engine in a process of its own: compile, instantiate, first report, then the fastest report. */
const OURS = `
const { readFileSync } = await import('node:fs');
const text = readFileSync(process.argv[1], 'utf8');
const start = performance.now();
const { load } = await import(process.argv[2]);
const desk = await load();
desk.analyze(text.slice(0, 6000));
const cold = performance.now() - start;
let best = Infinity, flat = Infinity;
const end = performance.now() + Number(process.argv[3]);
do {
  let s = performance.now(); desk.analyzeFlat(text); flat = Math.min(flat, performance.now() - s);
  s = performance.now(); desk.analyze(text); best = Math.min(best, performance.now() - s);
} while (performance.now() < end);
console.log(JSON.stringify({ characters: text.length, cold, flat: flat * 1e6, whole: best * 1e6, memory: process.memoryUsage().rss }));`;

const ours = async (file, budget) => JSON.parse(await run(process.execPath, ['--input-type=module', '-e', OURS, file, join(root, 'dist/node.js'), String(budget)]));

async function stages(command, args, file, runs) {
  const { bytes, ...times } = JSON.parse(await run(command, [...args, file, String(runs)]));
  return Object.fromEntries(Object.entries(times).map(([name, nanoseconds]) => [name, millions(bytes, nanoseconds)]));
}

async function measurePeers(file) {
  if (!existsSync(join(root, 'bench/node_modules'))) await run('npm', ['install', '--prefix', join(root, 'bench')], { slow: 'copydesk: fetching the peers' });
  const rows = [];
  for (const name of peerNames) {
    const { characters, nanoseconds } = JSON.parse(await run(process.execPath, [join(root, 'bench/peers.mjs'), name, file, '4000']));
    rows.push([name, millions(characters, nanoseconds)]);
    say(`  ${name.padEnd(44)} ${shown(rows.at(-1)[1]).padStart(8)} M characters a second`);
  }
  return rows;
}

function page({ whole, sizes, native, inWebAssembly, peers, cold }) {
  const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  const speed = (name) => peers.find(([peer]) => peer.startsWith(name))?.[1];
  const ratio = (mine, name) => (speed(name) ? `${(mine / speed(name)).toFixed(1)}` : '–');
  return `# Bench

Made by \`npm run bench\` on our own articles (\`examples/articles\`), the fastest of many runs, one process each.
${cpus().length} × ${cpus()[0].model}, Node ${process.version}, load average ${loadavg()[0].toFixed(1)} at the end. Millions of characters a second.

## Whole report and peers

${table(['what', 'M characters a second'], [
    ['**copydesk, whole report, WebAssembly, to plain objects**', `**${shown(whole.objects)}**`],
    ['copydesk, whole report, WebAssembly, flat', shown(whole.flat)],
    ['copydesk, whole report, native', shown(whole.native)],
    ...peers.map(([name, value]) => [name, shown(value)]),
  ])}

Our whole report over chrono-node's dates alone: ${ratio(whole.objects, 'chrono')} times; over wink-nlp's sentences and entities: ${ratio(whole.objects, 'wink')}; over
compromise's sentences, quotes and numbers: ${ratio(whole.objects, 'compromise')}. Cold start in Node, import to the first report of 6 kB: ${cold.toFixed(0)} ms.

## Stage by stage, each given what the stages before it made

${table(['stage', 'native', 'WebAssembly'], Object.keys(native).map((name) => [name, shown(native[name]), shown(inWebAssembly[name])]))}

## By size, WebAssembly

${table(['text', 'M characters a second', 'memory of the process'], sizes.map(([name, value, memory]) => [name, shown(value), `${Math.round(memory / 1e6)} MB`]))}
`;
}

if (isMain(import.meta.url))
  await main(async () => {
    await build();
    await run('cmake', ['--build', join(root, 'build/wasm'), '--target', 'copydesk_stages']);
    await run('cmake', ['--build', join(root, 'build/release'), '--target', 'copydesk_bench', '--target', 'copydesk_stages']);
    const { file, files } = await texts();
    const all = await ours(file, 5000);
    const engine = JSON.parse(await run(join(root, 'build/release/bench/copydesk_bench'), [file, '200']));
    const whole = {
      objects: millions(all.characters, all.whole),
      flat: millions(all.characters, all.flat),
      native: millions(engine.bytes, engine.fastest),
    };
    say(`  ${'copydesk, whole report'.padEnd(44)} ${shown(whole.objects).padStart(8)} M characters a second (native ${shown(whole.native)})`);
    const native = await stages(join(root, 'build/release/bench/copydesk_stages'), [], file, 100);
    // Emscripten 3.1.6 asks fetch for its file wherever there is a fetch.
    const inWebAssembly = await stages(process.execPath, ['--no-experimental-fetch', join(root, 'build/wasm/wasm/stages.cjs')], file, 200);
    for (const name of Object.keys(native)) say(`  ${name.padEnd(44)} ${shown(inWebAssembly[name]).padStart(8)} (native ${shown(native[name])})`);
    const sizes = [];
    for (const [name, path] of Object.entries(files)) {
      const { characters, whole: time, memory } = await ours(path, 2000);
      sizes.push([name, millions(characters, time), memory]);
    }
    const peers = process.argv.includes('--no-peers') ? [] : await measurePeers(file);
    await writeFile(join(root, 'docs/bench.md'), page({ whole, sizes, native, inWebAssembly, peers, cold: all.cold }));
    say('copydesk: wrote docs/bench.md');
  });
