// The case files through the WebAssembly build: what they say natively holds here.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from '../../dist/node.js';
import { checkCase, parseCases } from '../support/cases.js';
import { root } from '../support/native.js';

const desk = await load();
const folder = join(root, 'tests/cases/en');

for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.txt'))) {
  test(name, () => {
    for (const one of parseCases(readFileSync(join(folder, name), 'utf8'), `tests/cases/en/${name}`)) {
      const problems = checkCase(one, desk.analyze(one.text, one.options));
      if (one.known) assert.notEqual(problems.length, 0, `${name}:${one.line} passes: take its '!' away`);
      else assert.deepEqual(problems.map(({ line, message }) => `${name}:${line}: ${message}`), [], one.title);
    }
  });
}
