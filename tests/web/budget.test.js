// What a page downloads stays below wasm/budget.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { quotesData } from '../../tools/size.mjs';

const budget = JSON.parse(readFileSync(new URL('../../wasm/budget.json', import.meta.url), 'utf8'));

/** Bytes of a file of dist/ as a server sends it: brotli at its best. */
const download = (name) => brotliCompressSync(readFileSync(new URL(`../../dist/${name}`, import.meta.url))).length;

for (const [what, { files, ceiling }] of Object.entries(budget)) {
  if (what === '//') continue;
  test(`${what} is at most ${ceiling} bytes`, (t) => {
    const size = files.reduce((sum, name) => sum + download(name), 0);
    t.diagnostic(`${what}: ${size} bytes`);
    assert.ok(size <= ceiling, `${what} is ${size} bytes, ${size - ceiling} over its budget`);
  });
}

test('all data that quotations are read by is at most 16000 bytes', (t) => {
  const { together, ...parts } = quotesData();
  t.diagnostic(`${together} bytes`);
  for (const part of ['quotes/speaker.weights.tsv', 'quotes/cue.weights.tsv', 'quotes/indirect.weights.tsv', 'quotes/cues.tsv']) assert.ok(parts[part] > 200, part);
  assert.ok(together <= 16000, `${together} bytes`);
});

test('no code is made from strings', () => {
  for (const name of ['engine.js', 'engine-core.js', 'desk.js'])
    assert.doesNotMatch(readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8'), /\bnew Function\b|\beval\(/);
});
