// Quotations at their worst, at full size: bounded memory, and a report that says which of them never close.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, root } from '../support/native.js';
import { hostileTexts } from './texts.js';

const scratch = join(root, 'build/hostile');
mkdirSync(scratch, { recursive: true });

/** Heap for each byte of a text beside what any text takes, and its report. */
function read(name, text) {
  const file = join(scratch, 'quotes.txt');
  writeFileSync(file, text);
  const work = spawnSync(join(build, 'tests/copydesk_work'), [file], { encoding: 'utf8' });
  assert.equal(work.status, 0, work.stderr);
  const [size, heap, nanoseconds] = work.stdout.trim().split(' ').map(Number);
  const { status, stdout, stderr } = spawnSync(join(build, 'copydesk'), ['--format', 'ndjson', file], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr);
  return { report: JSON.parse(stdout), perByte: (heap - 2 ** 20) / size, seconds: nanoseconds / 1e9 };
}
const unclosed = (report) => report.findings.filter(({ code }) => code === 'quote-unclosed');

// Tokens, units and cues of the densest text come to this; nothing may grow with the square.
const mostPerByte = 100;
const sentence = 'He said it was “late,” and that “nobody” had asked; Ann Lee told him so. ';

const inputs = {
  'a million opening marks': { text: '“'.repeat(1_000_000), quotes: [0, 1], unclosed: [0, 1] },
  'a million straight marks': { text: '"'.repeat(1_000_000), quotes: [0, 1_000_000], unclosed: [0, 1] },
  'marks that never close, a paragraph each': { text: '“It was so, all day\n\nThe town agreed with it.\n\n'.repeat(2000), quotes: [2000, 4000], unclosed: [2000, 2000] },
  'marks that never close, all in one paragraph': { text: `He said: ${'“It was so all day and '.repeat(20_000)}`, quotes: [20_000, 20_000], unclosed: [20_000, 20_000] },
  '100,000 names': { text: Array.from({ length: 100_000 }, (_, i) => `Ann ${hostileTexts['one long name'](9).trim()}${'abcdefghij'[i % 10]}${i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[d])} said so. `).join(''), quotes: [0, 0], unclosed: [0, 0] },
  'a paragraph of one megabyte': { text: sentence.repeat(Math.ceil(2 ** 20 / sentence.length)), quotes: [20_000, 60_000], unclosed: [0, 0] },
  'nothing but marks and cues': { text: '“ said ” told “ said, ” " asked " ‘ added ’ '.repeat(20_000), quotes: [1, 200_000], unclosed: [0, 1] },
};

for (const [name, { text, quotes, unclosed: open }] of Object.entries(inputs))
  test(name, (t) => {
    const { report, perByte, seconds } = read(name, text);
    t.diagnostic(`${report.quotes.length} quotations, ${unclosed(report).length} of them open, ${perByte.toFixed(0)} bytes of heap a byte, ${seconds.toFixed(2)} s`);
    assert.ok(perByte <= mostPerByte, `${perByte.toFixed(0)} bytes of heap for each byte`);
    const within = (n, [least, most]) => assert.ok(n >= least && n <= most, `${n} is not in ${least} … ${most}`);
    within(report.quotes.length, quotes);
    within(unclosed(report).length, open);
    for (const { spans } of unclosed(report))
      assert.ok(report.quotes.some(({ start, end }) => start === spans[0].start && end === spans[0].end), 'a finding names a quotation of the report');
  });
