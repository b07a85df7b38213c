// docs/api.md is what the types say, and every entry's JavaScript has what its types promise.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reference } from '../../tools/api.mjs';
import { root } from './inputs.js';

const paper = readFileSync(join(root, 'docs/api.md'), 'utf8');

test('the reference is up to date (npm run api)', async () => assert.equal(paper, await reference()));

test('what the reference calls is there', async () => {
  const files = { copydesk: 'node', 'copydesk/worker': 'worker', 'copydesk/dom': 'dom', 'copydesk/helpers': 'helpers', 'copydesk/exports': 'exports', 'copydesk/html': 'html' };
  for (const [, entry, part] of paper.matchAll(/^## (copydesk\S*)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)) {
    const module = await import(join(root, 'dist', `${files[entry]}.js`));
    const called = [...part.matchAll(/^### (\w+)\(\)$/gm)].map(([, name]) => name);
    assert.ok(called.length > 0, entry);
    for (const name of called) assert.equal(typeof module[name], 'function', `${entry}: ${name}`);
  }
});
