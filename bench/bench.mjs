// npm run bench: copydesk and its peers on the same articles, one process each; writes docs/bench.md and docs/bench.svg.
//
//   npm run bench                everything, a few minutes on a quiet machine
//   npm run bench -- --no-peers  ours alone
//
// The median of many runs counts; the quartiles beside it say how far it can be trusted.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { build } from '../tools/build.mjs';
import { isMain, main, root, run, say } from '../tools/run.mjs';
import { setUpPackages } from '../tools/setup.mjs';
import { picture } from './picture.mjs';
import { peerNames } from './peers.mjs';

const scratch = join(root, 'build/bench');
const shown = (value) => (value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(1) : value.toFixed(3));

/** Lower quartile, median, upper quartile. */
const quartiles = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return [1, 2, 3].map((quarter) => sorted[Math.floor(((sorted.length - 1) * quarter) / 4)]);
};
/** Quartiles of nanoseconds as millions of characters a second: { low, middle, high }. */
function speed(characters, [quick, middle, slow]) {
  const millions = (nanoseconds) => (1000 * characters) / nanoseconds;
  return { low: millions(slow), middle: millions(middle), high: millions(quick) };
}
const withSpread = ({ low, middle, high }) => `${shown(middle)} (${shown(low)}–${shown(high)})`;

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

/** Our engine in a process of its own: analyze, and analyzeFlat without making objects. */
const OURS = `
const { readFileSync } = await import('node:fs');
const text = readFileSync(process.argv[1], 'utf8');
const { load } = await import(process.argv[2]);
const desk = await load();
const objects = [], flat = [];
const end = performance.now() + Number(process.argv[3]);
do {
  let s = performance.now(); desk.analyzeFlat(text); flat.push((performance.now() - s) * 1e6);
  s = performance.now(); desk.analyze(text); objects.push((performance.now() - s) * 1e6);
} while (performance.now() < end || flat.length < 5);
console.log(JSON.stringify({ characters: text.length, objects, flat, memory: process.memoryUsage().rss }));`;

/** A cold start in a process of its own, the file's bytes read before the clock starts: milliseconds of each part. */
const COLD = `
const { readFileSync } = await import('node:fs');
const text = readFileSync(process.argv[1], 'utf8').slice(0, 6000);
const bytes = readFileSync(process.argv[3]);
const at = [performance.now()];
const { load } = await import(process.argv[2]); at.push(performance.now());
const module = await WebAssembly.compile(bytes); at.push(performance.now());
const desk = await load({ module }); at.push(performance.now());
desk.analyze(text); at.push(performance.now());
desk.analyze(text); at.push(performance.now());
console.log(JSON.stringify(at.slice(1).map((time, i) => time - at[i])));`;
const coldParts = ['import of the glue', 'compile', 'instantiate, with a first sentence', 'first report of 6 kB', 'second report of 6 kB'];

const node = (script, ...args) => run(process.execPath, ['--input-type=module', '-e', script, ...args.map(String)]);

const ourRuns = async (file, budget) => JSON.parse(await node(OURS, file, join(root, 'dist/node.js'), budget));

async function ours(file, budget) {
  const { characters, objects, flat, memory } = await ourRuns(file, budget);
  return { objects: speed(characters, quartiles(objects)), flat: speed(characters, quartiles(flat)), memory };
}

/** Quartiles of each part of a cold start, and of the whole to the first report. */
async function coldStart(file) {
  const runs = [];
  for (let i = 0; i < 15; ++i) runs.push(JSON.parse(await node(COLD, file, join(root, 'dist/module.js'), join(root, 'dist/copydesk.wasm'))));
  const rows = coldParts.map((name, part) => [name, quartiles(runs.map((times) => times[part]))]);
  return [...rows, ['**to the first report**', quartiles(runs.map((times) => times.slice(0, 4).reduce((a, b) => a + b)))]];
}

async function stages(command, args, file, runs) {
  const { bytes, ...times } = JSON.parse(await run(command, [...args, file, String(runs)]));
  return Object.fromEntries(Object.entries(times).map(([name, nanoseconds]) => [name, speed(bytes, nanoseconds)]));
}

async function nativeWhole(file, runs) {
  const { bytes, quartiles: nanoseconds } = JSON.parse(await run(join(root, 'build/release/bench/copydesk_bench'), [file, String(runs)]));
  return speed(bytes, nanoseconds);
}

/** What is left of a process's runs when its just-in-time compiler has had a third of them. */
const warm = (runs) => runs.slice(Math.floor(runs.length / 3));

/**
 * Our report and the peers in turns, a process each, round after round: a machine that changes its speed changes it for all.
 * @returns {Promise<{ whole: object, peers: [string, object][] }>}
 */
async function measureInTurns(file, names) {
  const rounds = 5, budget = 3000;
  if (names.length > 0) await setUpPackages(join(root, 'bench'));
  const characters = {}, runs = { objects: [], flat: [], native: [] };
  for (let round = 0; round < rounds; ++round) {
    const own = await ourRuns(file, budget);
    characters.own = own.characters;
    runs.objects.push(...warm(own.objects));
    runs.flat.push(...warm(own.flat));
    runs.native.push(await nativeWhole(file, 200));
    for (const name of names) {
      const one = JSON.parse(await run(process.execPath, [join(root, 'bench/peers.mjs'), name, file, String(budget)]));
      characters[name] = one.characters;
      (runs[name] ??= []).push(...warm(one.runs));
    }
  }
  const native = runs.native.sort((a, b) => a.middle - b.middle)[Math.floor(rounds / 2)];
  const whole = { objects: speed(characters.own, quartiles(runs.objects)), flat: speed(characters.own, quartiles(runs.flat)), native };
  say(`  ${'copydesk, whole report'.padEnd(50)} ${withSpread(whole.objects)} M characters a second (native ${withSpread(whole.native)})`);
  const peers = names.map((name) => [name, speed(characters[name], quartiles(runs[name]))]);
  for (const [name, found] of peers) say(`  ${name.padEnd(50)} ${withSpread(found)} M characters a second`);
  return { whole, peers };
}

function page({ whole, sizes, native, inWebAssembly, peers, cold }) {
  const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  const over = (name) => {
    const peer = peers.find(([title]) => title.startsWith(name));
    return peer ? (whole.objects.middle / peer[1].middle).toFixed(1) : '–';
  };
  return `# Bench

Made by \`npm run bench\` on our own articles (\`examples/articles\`), one process each, in turns: the median of many runs
and, in brackets, the quartiles. ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, load average ${loadavg()[0].toFixed(1)} at the end.
Millions of characters a second, unless it says otherwise.

![Millions of characters a second, copydesk and its peers](bench.svg)

## Whole report and peers

${table(['what', 'M characters a second'], [
    ['**copydesk, whole report, WebAssembly, to plain objects**', `**${withSpread(whole.objects)}**`],
    ['copydesk, whole report, WebAssembly, flat', withSpread(whole.flat)],
    ['copydesk, whole report, native', withSpread(whole.native)],
    ...peers.map(([name, value]) => [name, withSpread(value)]),
  ])}

Our whole report over chrono-node's dates alone: ${over('chrono')} times; over wink-nlp's sentences and entities: ${over('wink')}; over
compromise's sentences, quotes and numbers: ${over('compromise')}. Native over WebAssembly: ${(whole.native.middle / whole.objects.middle).toFixed(1)}.

## Cold start in Node, milliseconds

${table(['part', 'ms'], cold.map(([name, [low, middle, high]]) => [name, `${middle.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`]))}

## Stage by stage, each given what the stages before it made

${table(['stage', 'native', 'WebAssembly'], Object.keys(native).map((name) => [name, withSpread(native[name]), withSpread(inWebAssembly[name])]))}

## By size

${table(['text', 'native', 'WebAssembly', 'memory of the Node process'], sizes.map(([name, natively, value, memory]) => [name, withSpread(natively), withSpread(value), `${Math.round(memory / 1e6)} MB`]))}
`;
}

if (isMain(import.meta.url))
  await main(async () => {
    await build();
    await run('cmake', ['--build', join(root, 'build/wasm'), '--target', 'copydesk_stages']);
    await run('cmake', ['--build', join(root, 'build/release'), '--target', 'copydesk_bench', '--target', 'copydesk_stages']);
    const { file, files } = await texts();
    const { whole, peers } = await measureInTurns(file, process.argv.includes('--no-peers') ? [] : peerNames);
    const cold = await coldStart(file);
    const native = await stages(join(root, 'build/release/bench/copydesk_stages'), [], file, 100);
    // Emscripten 3.1.6 asks fetch for its file wherever there is a fetch.
    const inWebAssembly = await stages(process.execPath, ['--no-experimental-fetch', join(root, 'build/wasm/wasm/stages.cjs')], file, 100);
    const sizes = [];
    for (const [name, path] of Object.entries(files)) {
      const { objects, memory } = await ours(path, 2000);
      sizes.push([name, await nativeWhole(path, name === '10 MB' ? 5 : 30), objects, memory]);
    }
    await writeFile(join(root, 'docs/bench.md'), page({ whole, sizes, native, inWebAssembly, peers, cold }));
    await writeFile(join(root, 'docs/bench.svg'), picture([
      ['copydesk, whole report, native', whole.native],
      ['copydesk, whole report, WebAssembly', whole.objects],
      ...peers.sort((a, b) => b[1].middle - a[1].middle),
    ]));
    say('copydesk: wrote docs/bench.md and docs/bench.svg');
  });
