// The native build against the WebAssembly builds: texts and options by mutation of our own, the same report
// byte for byte.
//
//   node tests/fuzz/wasm.mjs [SECONDS, 60] [FINDINGS' FOLDER] [SEED]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../../dist/node.js';
import { load as loadCore } from '../../dist/core-node.js';
import { hostileTexts } from '../hostile/texts.js';
import { articles, awkward, caseTexts, root } from '../web/inputs.js';

const seconds = Number(process.argv[2] ?? 60);
const folder = process.argv[3] ?? '.';
const seed = Number(process.argv[4] ?? Date.now() >>> 0);
const batchSize = 100;
const longest = 6000;

let state = seed || 1;
/** 0 … n − 1, by a fixed generator. */
function below(n) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % n;
}
const oneOf = (list) => list[below(list.length)];

/** The strings of a libFuzzer dictionary. */
function dictionary(name) {
  return readFileSync(join(root, 'tests/fuzz', name), 'utf8').split('\n').filter((line) => line.startsWith('"')).map((line) => {
    const bytes = line.slice(1, line.lastIndexOf('"')).replace(/\\x([0-9a-f]{2})|\\(.)/g, (_, hex, mark) => (hex ? String.fromCharCode(parseInt(hex, 16)) : mark));
    return /[^\x00-\x7f]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
  });
}

const words = dictionary('english.dict');
const texts = [...articles(), ...caseTexts(), ...awkward].map(({ text }) => text).concat(Object.values(hostileTexts).map((make) => make(600)));
const references = [undefined, '2024-06-04', '2024-02-29T23:30:00-05:00', '1999-12-31', '0001-01-01', '9999-12-31'];

const mutations = [
  (text, at) => text.slice(0, at) + oneOf(words) + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1 + below(30)),
  (text, at) => text.slice(0, at) + text.slice(at, at + 1 + below(60)).repeat(2 + below(3)) + text.slice(at),
  (text, at) => text.slice(0, at) + piece(oneOf(texts)) + text.slice(at),
  (text, at) => text.slice(0, at) + String.fromCodePoint(oneOf([below(0x80), below(0x800), 0x2000 + below(0x200), below(0x10000), 0x1f000 + below(0xfff)])) + text.slice(at + below(2)),
  (text, at) => text.slice(0, at) + text.slice(at, at + 20).toUpperCase() + text.slice(at + 20),
  (text, at) => text.slice(0, at) + below(10 ** (1 + below(6))) + text.slice(at),
  (text) => text.replace(/\n/g, oneOf(['\r\n', ' ', '\n\n', '\u2028'])),
];
function piece(text) {
  const begin = below(text.length + 1);
  return text.slice(begin, begin + 1 + below(400));
}
function mutant() {
  let text = piece(oneOf(texts)) + (below(2) ? piece(oneOf(texts)) : '');
  for (let left = below(8); left > 0; --left) text = oneOf(mutations)(text, below(text.length + 1));
  const options = { reference: oneOf(references), keepQuotesWhole: below(3) === 0 || undefined };
  // What UTF-8 cannot carry is U+FFFD on either side.
  return { text: Buffer.from(text.slice(0, longest)).toString(), options };
}

function nativeReports(inputs) {
  const lines = inputs.map(({ text, options }) => `${JSON.stringify({ text, ...options })}\n`).join('');
  const { stdout, stderr, status, signal } = spawnSync(join(root, 'build/release/copydesk'), ['--ndjson', '--jobs', '1'], { input: lines, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the native build ended with ${signal ?? status}: ${stderr}`);
  return stdout.toString().trimEnd().split('\n');
}

/** Keeps what is given for a look, and stops. */
function stop(input, why) {
  const file = join(folder, `wasm-${seed}.json`);
  writeFileSync(file, JSON.stringify(input, null, 1));
  console.error(`${why}; the input lies in ${file}, seed ${seed}`);
  process.exit(1);
}

const desks = { 'copydesk.wasm': await load(), 'core.wasm': await loadCore() };
const end = performance.now() + 1000 * seconds;
let done = 0;
while (performance.now() < end) {
  const inputs = Array.from({ length: batchSize }, mutant);
  let native;
  try {
    native = nativeReports(inputs);
  } catch (error) {
    stop(inputs, error.message);
  }
  inputs.forEach((input, at) => {
    for (const [name, desk] of Object.entries(desks)) {
      let report;
      try {
        report = JSON.stringify(desk.analyze(input.text, input.options));
      } catch (error) {
        stop(input, `${name} failed: ${error.message}`);
      }
      if (report !== native[at]) stop({ ...input, native: native[at], [name]: report }, `the native build and ${name} differ`);
    }
  });
  done += batchSize;
}
console.log(`${done} texts, the same reports (seed ${seed})`);
