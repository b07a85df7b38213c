// What the package holds once instead of twice: the engine inside the JavaScript, and the command line as a difference.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import lzma from 'lzma/src/lzma_worker.js';
import { difference } from '../../tools/difference.mjs';
import { unpack } from '../../web/lzma.js';
import { patched } from '../../web/patch.js';
import { root } from './inputs.js';

const pack = (bytes, mode = 5) => Uint8Array.from(lzma.LZMA.compress([...new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)], mode));

test('the engine inside the JavaScript is the one beside it', async () => {
  const { packed } = await import('../../dist/engine-bytes.js');
  const engine = readFileSync(join(root, 'dist/copydesk.wasm'));
  assert.ok(engine.equals(unpack(Buffer.from(packed, 'base64'))));
});

test('LZMA: what was packed comes out again', () => {
  const text = readFileSync(join(root, 'README.md'));
  for (const bytes of [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(100_000, 7), text, Buffer.concat([text, Buffer.alloc(70_000), text])])
    for (const mode of [1, 5, 9]) assert.ok(bytes.equals(unpack(pack(bytes, mode))), `${bytes.length} bytes, mode ${mode}`);
  // Few different bytes: every kind of match and repeat comes up.
  fc.assert(fc.property(fc.uint8Array({ max: 3, maxLength: 3000 }), (bytes) => Buffer.from(bytes).equals(unpack(pack(bytes)))), { numRuns: 60 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => Buffer.from(bytes).equals(unpack(pack(bytes)))), { numRuns: 20 });
});

test('a patch makes the one file of the other', () => {
  const bytes = fc.uint8Array({ max: 4, maxLength: 400 });
  fc.assert(fc.property(bytes, bytes, bytes, (a, b, c) => {
    const [base, target] = [Buffer.concat([a, b, c]), Buffer.concat([c, a, b, a])];
    return target.equals(patched(base, difference(base, target)));
  }), { numRuns: 200 });
});
