// Twice the input, twice the work and twice the memory: on every hostile text, script and pattern.
//
//   node --test tests/hostile                              100 kB against 200 kB: what npm test runs
//   COPYDESK_HOSTILE=10000000 node --test tests/hostile    every doubling to 1.6 MB, then 5 MB against 10 MB
//
// Natively instructions are counted (callgrind) and the heap is measured byte by byte: no load moves them.  From
// 5 MB on, and in WebAssembly, where nothing counts instructions, time is the measure, and a machine with other
// work to do runs at half its speed for seconds on end.  So the two sizes take turns, and a ratio over the ceiling
// is measured again, more often, then over three doublings, before it counts.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { freshDesk } from '../memory/fresh.js';
import { root } from '../web/inputs.js';
import { hostileJsonLd, hostilePatterns, hostileTexts } from './texts.js';

const largest = Number(process.env.COPYDESK_HOSTILE ?? 200_000);
const counted = [100_000, 200_000, 400_000, 800_000].filter((size) => 2 * size <= largest);
const timed = largest >= 10_000_000 ? [largest / 2] : [];

// What 2.0 may become by tables that fill up; quadratic work would give 4.
const ceiling = 2.3;
const scratch = join(root, 'build/hostile');
mkdirSync(scratch, { recursive: true });

// Every input: its name, how to make it, and what to tell the native program and WebAssembly.
const inputs = [
  ...Object.entries(hostileTexts).map(([name, make]) => ({ name, make, flags: [], ask: (text) => [text] })),
  ...Object.entries(hostileJsonLd).map(([name, make]) => ({ name: `JSON-LD, ${name}`, make, flags: ['--json-ld'], ask: (jsonld) => ['x', { jsonld }] })),
  ...Object.entries(hostilePatterns).map(([name, [pattern, make]]) => ({
    name: `pattern, ${name}`, make, flags: ['--pattern', pattern], ask: (text) => [text, { patterns: [{ id: 'p', pattern }] }] })),
];

/** Writes the inputs of one size; their files. */
function write(list, size) {
  return list.map((input) => {
    const file = join(scratch, `${inputs.indexOf(input)}-${size}.txt`);
    writeFileSync(file, input.make(size));
    return file;
  });
}

/** Runs the native program on files: { heap, nanoseconds } for each. */
async function work(flags, files, { runs = 1, under = [] } = {}) {
  const [command, ...args] = [...under, join(root, 'build/release/tests/copydesk_work'), ...flags, ...files];
  const { stdout } = await promisify(execFile)(command, args, { env: { ...process.env, COPYDESK_RUNS: String(runs) } });
  return stdout.trim().split('\n').map((line) => {
    const [, heap, nanoseconds] = line.split(' ').map(Number);
    return { heap, nanoseconds };
  });
}

/** Instructions and heap for each file. */
async function count(flags, files) {
  const folder = mkdtempSync(join(scratch, 'callgrind-'));
  const out = join(folder, 'out');
  // The first dump is the start of the program; the file without a number holds the last piece of work.
  const under = ['valgrind', '--tool=callgrind', `--callgrind-out-file=${out}`, '--dump-before=work_once*'];
  const results = await work(flags, files, { under });
  const dumps = [...results.slice(1).map((_, at) => `${out}.${at + 2}`), out];
  results.forEach((result, at) => {
    result.instructions = Number(/^totals: (\d+)/m.exec(readFileSync(dumps[at], 'utf8'))[1]);
  });
  rmSync(folder, { recursive: true });
  return results;
}

/** Inputs with the same flags, a few of them: what one process takes. */
function groups() {
  const byFlags = new Map();
  for (const input of inputs) byFlags.set(input.flags.join(' '), [...(byFlags.get(input.flags.join(' ')) ?? []), input]);
  const few = 10;
  return [...byFlags.values()].flatMap((list) => Array.from({ length: Math.ceil(list.length / few) }, (_, at) => list.slice(at * few, (at + 1) * few)));
}

/** Does `task` for each item, as many at once as there are cores. */
async function onAllCores(items, task) {
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) await task(waiting.shift());
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

function check(t, rows, unit) {
  const ratios = rows.map(({ name, once, twice }) => ({ name, ratio: twice / once }));
  const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  t.diagnostic(`worst ratio of ${unit}: ${worst.ratio.toFixed(2)}, ${worst.name}`);
  assert.deepEqual(ratios.filter(({ ratio }) => ratio > ceiling).map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)} times the ${unit} for twice the text`), []);
}

for (const size of counted)
  describe(`native, ${size} and ${2 * size} characters`, () => {
    const rows = [];
    test('instructions', async (t) => {
      await onAllCores(groups(), async (list) => {
        const once = await count(list[0].flags, write(list, size));
        const twice = await count(list[0].flags, write(list, 2 * size));
        list.forEach(({ name }, at) => rows.push({ name, once: once[at], twice: twice[at] }));
      });
      check(t, rows.map(({ name, once, twice }) => ({ name, once: once.instructions, twice: twice.instructions })), 'instructions');
    });
    test('memory', (t) => check(t, rows.map(({ name, once, twice }) => ({ name, once: once.heap + 4096, twice: twice.heap })), 'heap'));
  });

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * How many times longer `many` takes than `once`: in ever more runs of both, in turns, until it is no more than
 * `fine`.  The fastest of each and the median of the pairs are two measures; a machine that changes its speed
 * between two runs harms one of them, work that grows too fast harms both.
 */
async function ratioOf(once, many, fine) {
  const pairs = [];
  for (const runs of [2, 4, 8, 16]) {
    for (let i = 0; i < runs; ++i) pairs.push([await once(), await many()]);
    const least = (at) => Math.min(...pairs.map((pair) => pair[at]));
    const ratio = Math.min(least(1) / least(0), median(pairs.map(([a, b]) => b / a)));
    // What is done in less time than the clock resolves is not compared.
    if (least(1) < 0.5) return { ratio: 1, slowest: least(1) };
    if (ratio <= fine || runs === 16) return { ratio, slowest: least(1) };
  }
}

/** The ratio for twice the text; one over the ceiling is that of a doubling of three. `clock(n)` measures n characters. */
async function doubling(clock, size) {
  const one = await ratioOf(clock(size), clock(2 * size), ceiling);
  if (one.ratio <= ceiling) return one;
  const three = await ratioOf(clock(size), clock(8 * size), ceiling ** 3);
  return { ratio: Math.min(one.ratio, Math.cbrt(three.ratio)), slowest: one.slowest };
}

test('time that grows with the square is found, on a machine that halves its speed now and then', async () => {
  let runs = 0;
  const clock = (power) => (length) => () => (length / 1000) ** power * (++runs % 7 < 3 ? 2 : 1);
  assert.ok((await doubling(clock(1), 100_000)).ratio <= ceiling);
  assert.ok((await doubling(clock(1.5), 100_000)).ratio > ceiling);
  assert.ok((await doubling(clock(2), 100_000)).ratio > ceiling);
});

for (const size of timed)
  test(`native, ${size} and ${2 * size} characters: time`, async (t) => {
    const rows = [];
    for (const input of inputs) {
      const clock = (length) => {
        const file = write([input], length);
        return async () => (await work(input.flags, file))[0].nanoseconds / 1e6;
      };
      const { ratio } = await doubling(clock, size);
      rows.push({ name: input.name, once: 1, twice: ratio });
    }
    check(t, rows, 'time');
  });

// What a text of a million figures or quotations is made into, WebAssembly's 2 GB may not hold.
const leastThatFits = 800_000;

/**
 * Measures at `size`; where WebAssembly says that its memory does not suffice, as it may, at half of that, and so on.
 * @template T
 * @param {number} size in characters
 * @param {(size: number) => Promise<T>} measure
 * @returns {Promise<{ size: number, result: T }>}
 */
async function sizeThatFits(size, measure) {
  for (;;) {
    try {
      return { size, result: await measure(size) };
    } catch (error) {
      if (error.code !== 'out-of-memory' || size / 2 < leastThatFits) throw error;
      size /= 2;
    }
  }
}

for (const size of [...counted, ...timed])
  describe(`WebAssembly, ${size} and ${2 * size} characters`, () => {
    test('time', async (t) => {
      let { desk } = await freshDesk();
      const rows = [];
      for (const input of inputs) {
        const { size: fits, result } = await sizeThatFits(size, async (n) => {
          if (n < size) ({ desk } = await freshDesk());
          const clock = (length) => {
            const args = input.ask(input.make(length));
            return () => {
              const start = performance.now();
              desk.analyzeFlat(...args);
              return performance.now() - start;
            };
          };
          return doubling(clock, n);
        });
        if (fits < size) t.diagnostic(`${2 * size} characters are refused (out-of-memory), ${2 * fits} measured: ${input.name}`);
        rows.push({ name: input.name, once: 1, twice: result.ratio, slowest: result.slowest });
      }
      const slowest = rows.reduce((a, b) => (b.slowest > a.slowest ? b : a));
      t.diagnostic(`slowest: ${slowest.name}, ${slowest.slowest.toFixed(1)} ms`);
      check(t, rows, 'time');
    });
    test('memory', async (t) => {
      const rows = [];
      for (const { name, make, ask } of inputs) {
        const { result: taken } = await sizeThatFits(size, async (n) => {
          const bytes = [];
          for (const input of [make(n), make(2 * n)]) {
            const { desk, memory } = await freshDesk();
            desk.analyzeFlat(...ask(input));
            bytes.push(memory.buffer.byteLength);
          }
          return bytes;
        });
        // Memory is taken from the system a fifth at a time, so what is in use may be that much less.
        rows.push({ name, once: 1.2 * taken[0], twice: taken[1] });
      }
      check(t, rows, 'memory');
    });
  });
