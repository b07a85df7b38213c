// The native build and the WebAssembly build write the same report, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from '../../dist/node.js';
import { load as loadCore } from '../../dist/core-node.js';
import { articles, awkward, caseTexts, root } from './inputs.js';

/** What JSON and UTF-8 can carry: a lone surrogate is U+FFFD there, one UTF-16 unit either way. */
const wellFormed = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function nativeReports(inputs) {
  const lines = inputs.map(({ text, options }) => JSON.stringify({ text, ...options })).join('\n');
  const { stdout, status, stderr } = spawnSync(join(root, 'build/release/copydesk'), ['--ndjson'], { input: `${lines}\n`, maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr.toString());
  return stdout.toString().trimEnd().split('\n');
}

const inputs = [...articles(), ...caseTexts(), ...awkward].map((input) => ({ ...input, text: wellFormed(input.text) }));

test('native and WebAssembly reports are the same bytes', async (t) => {
  assert.ok(inputs.length > 30);
  const native = nativeReports(inputs);
  assert.equal(native.length, inputs.length);
  for (const [name, open] of [['full', load], ['core', loadCore]]) {
    const desk = await open();
    await t.test(name, () => {
      inputs.forEach((input, at) => assert.equal(JSON.stringify(desk.analyze(input.text, input.options)), native[at], input.name));
    });
  }
});
