// --jobs: however many threads, the same lines in the same order; with ThreadSanitizer, no race between them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { articles, awkward, root } from '../web/inputs.js';

const program = join(process.env.COPYDESK_BUILD ?? join(root, 'build/release'), 'copydesk');
const patterns = [{ id: 'sum', pattern: '[$€]([0-9.,]+)' }];
const lines = [...articles(), ...awkward].flatMap(({ name, text, options }, at) => [
  JSON.stringify({ id: name, text, ...options }),
  ...(at % 5 ? [] : ['{"text":', '', JSON.stringify({ id: `${name}, patterns`, text: text.slice(0, 3000), patterns })]),
]);
// More than the batches that are under way at once hold.
const input = `${lines.join('\n')}\n`.repeat(4);

function reports(jobs) {
  const { stdout, stderr, status } = spawnSync(program, ['--ndjson', '--jobs', String(jobs)], { input, maxBuffer: 2 ** 30 });
  assert.match(stderr.toString(), /^copydesk: \d+ of \d+ articles could not be read; their lines say why\.\n$/);
  assert.equal(status, 1, 'some lines are refused');
  return stdout;
}

test('one job and several write the same bytes', () => {
  const one = reports(1);
  assert.ok(one.length > 1e6);
  for (const jobs of [2, 8]) assert.ok(one.equals(reports(jobs)), `--jobs ${jobs} writes something else`);
});
