#!/usr/bin/env node
// How often a quotation is right at each confidence, on documents its weights have not seen.
//
//   node tools/fit/fit.mjs --cross --keep DIR      first: weights of both halves
//   node tools/calibrate/calibrate.mjs DIR         the table, in Markdown
//
// Right: a gold stretch (overlap of 80 %) with the gold speaker, or with none where the gold has none.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldOf, piecesOf, readDocuments, samePhrase } from '../fit/gold.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [weights] = process.argv.slice(2);
if (!weights) {
  console.error('usage: node tools/calibrate/calibrate.mjs DIR');
  process.exit(2);
}
const documents = readDocuments(join(root, '../shared/eval/dev/quotes/polnear.jsonl'));
const overlap = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.max(a[1] - a[0], b[1] - b[0], 1);

const rows = [];
for (const half of [0, 1]) {
  const test = documents.filter((d) => d.half === half);
  const out = execFileSync(join(root, 'build/release/copydesk_inspect'), ['shares', join(weights, `half${half}`)], {
    input: test.map((d) => JSON.stringify({ id: d.id, text: d.text })).join('\n') + '\n',
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  out.split('\n').filter(Boolean).forEach((line, i) => {
    const { text } = test[i];
    const gold = goldOf(test[i]);
    for (const q of JSON.parse(line).quotes)
      for (const piece of piecesOf(text, q.span)) {
        const found = gold.stretches.find((g) => overlap(piece, g.piece) >= 0.8);
        if (found?.soft || (!found && gold.free.some((f) => overlap(piece, f) > 0.4))) continue;
        const right = !!found && (found.q.speaker ? !!q.speaker && samePhrase(text, q.speaker, found.q.speaker) : !q.speaker);
        rows.push({ share: q.share, confidence: q.confidence, right });
      }
  });
}

const line = (name, some) => `| ${name} | ${some.length} | ${((100 * some.length) / rows.length).toFixed(1)} | ${some.length ? ((100 * some.filter((r) => r.right).length) / some.length).toFixed(1) : '-'} |`;
console.log('| confidence | quotations | % of all | % right |\n|---|---|---|---|');
['low', 'medium', 'high'].forEach((name, k) => console.log(line(name, rows.filter((r) => r.confidence === k))));
console.log('\n| probability at least | quotations | % of all | % right |\n|---|---|---|---|');
for (const least of [0, 64, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 250]) console.log(line((least / 255).toFixed(2), rows.filter((r) => r.share >= least)));
