// npm run instructions: how many instructions the engine needs for each byte of our own articles, by stage.
//
//   npm run instructions                the table; fails when the whole or a stage rose over bench/instructions.json
//   npm run instructions -- --accept    this build's counts become the ceiling
//
// Valgrind counts them: the same in every run, whatever else the machine does. Compilers differ, so the
// ceiling holds for the compiler that it was taken with; under another one the table is only printed.  Then the share
// of the engine in a run over NDJSON.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, isMain, main, root, run, say } from '../tools/run.mjs';

const ceilingFile = join(root, 'bench/instructions.json');
const scratch = join(root, 'build/instructions');
const program = join(root, 'build/release/bench/copydesk_bench');

// Growth that is let pass: a rule or two, not a pass over the text.
const tolerance = 1.03;

/** Every own article in one file. */
async function articles() {
  const folder = join(root, 'examples/articles');
  const texts = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
  const file = join(scratch, 'articles.txt');
  await writeFile(file, texts.join('\n\n'));
  return { file, bytes: Buffer.byteLength(texts.join('\n\n')) };
}

/** The stages that src/report/analyze.cpp calls, by the names of their functions. */
async function stageNames() {
  const source = await readFile(join(root, 'src/report/analyze.cpp'), 'utf8');
  const body = source.slice(source.indexOf('Result<Report> analyze('));
  return [...new Set([...body.matchAll(/\brun<(\w+)>/g)].map(([, name]) => name))];
}

/** @returns {Promise<Record<string, number>>} instructions a byte: "report" for the whole, and each stage */
export async function count() {
  await mkdir(scratch, { recursive: true });
  const { file, bytes } = await articles();
  const out = join(scratch, 'callgrind.out');
  await run('valgrind', ['--tool=callgrind', '--toggle-collect=copydesk::analyze*', `--callgrind-out-file=${out}`, program, file]);
  const listing = await run('callgrind_annotate', ['--inclusive=yes', '--threshold=100', out]);
  const perByte = (pattern) => {
    const line = listing.split('\n').find((text) => pattern.test(text));
    return line && Math.round((10 * Number(/^\s*([\d,]+)/.exec(line)[1].replaceAll(',', ''))) / bytes) / 10;
  };
  const counts = { report: perByte(/PROGRAM TOTALS/) };
  for (const name of await stageNames()) {
    const value = perByte(new RegExp(`:copydesk::${name}\\(`));
    if (value) counts[name] = value;
  }
  return counts;
}

/** @returns {Promise<number>} per cent of a run of `copydesk --ndjson` that are the engine's own: no JSON read or written */
async function shareOfEngine() {
  const file = join(scratch, 'articles.ndjson');
  const out = join(scratch, 'callgrind.ndjson.out');
  const folder = join(root, 'examples/articles');
  const names = (await readdir(folder)).sort();
  const lines = await Promise.all(names.map(async (id) => `${JSON.stringify({ id, text: await readFile(join(folder, id), 'utf8') })}\n`));
  await writeFile(file, lines.join('').repeat(5)); // the program's start is no part of a long run
  await run('valgrind', ['--tool=callgrind', `--callgrind-out-file=${out}`, join(root, 'build/release/copydesk'), '--ndjson', file]);
  const listing = await run('callgrind_annotate', ['--inclusive=yes', '--threshold=100', out]);
  const count = (pattern) => Number(/^\s*([\d,]+)/.exec(listing.split('\n').find((line) => pattern.test(line)))[1].replaceAll(',', ''));
  return (100 * count(/:copydesk::analyze\(/)) / count(/PROGRAM TOTALS/);
}

// Of the instructions of an archive's run; reading lines and writing reports has the rest.
const leastShare = 80;

async function compiler() {
  const cache = await readFile(join(root, 'build/release/CMakeCache.txt'), 'utf8');
  const command = /^CMAKE_CXX_COMPILER:\w+=(.*)$/m.exec(cache)[1];
  return (await run(command, ['--version'])).split('\n')[0];
}

/** Fails when an instruction count rose over the committed ceiling. */
export async function checkInstructions() {
  const counts = await count();
  const ceiling = JSON.parse(await readFile(ceilingFile, 'utf8'));
  const same = ceiling.compiler === (await compiler());
  for (const [name, value] of Object.entries(counts)) say(`  ${name.padEnd(24)} ${value.toFixed(1).padStart(8)} instructions a byte, ceiling ${ceiling.counts[name] ?? 'none'}`);
  const share = await shareOfEngine();
  say(`  copydesk --ndjson: ${share.toFixed(1)} % of the instructions are the engine's, at least ${leastShare} %`);
  if (share < leastShare) throw new CommandFailed('instructions', 'copydesk --ndjson spends more on JSON than it may', '');
  if (!same) return say(`  (the ceiling was taken with ${ceiling.compiler}: not compared)`);
  const risen = Object.entries(counts).filter(([name, value]) => value > (ceiling.counts[name] ?? Infinity) * tolerance + 0.5);
  if (risen.length > 0) throw new CommandFailed('instructions', `${risen.map(([name]) => name).join(', ')} rose`, '');
}

if (isMain(import.meta.url))
  await main(async () => {
    await run('cmake', ['--build', join(root, 'build/release'), '--target', 'copydesk_bench']);
    if (!process.argv.includes('--accept')) return checkInstructions();
    await writeFile(ceilingFile, `${JSON.stringify({ compiler: await compiler(), counts: await count() }, null, 2)}\n`);
  });
