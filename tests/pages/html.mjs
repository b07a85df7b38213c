// The pages given as HTML: the body as @mozilla/readability alone takes it, and its text with our labels.
//
//   node tests/pages/html.mjs
//
// Letters and digits of the lines of body.txt against those kept, each page weighing the same; lines compare by their
// words. Then the fields of the head, from the page's metadata and its text. Fails where our labels do worse than
// readability by itself on either half, or where less of the head is right than HEAD says.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHTML } from '../../web/html.js';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.COPYDESK_BUILD ?? join(here, '../../build/release');
const heldOut = new Set(readFileSync(join(here, 'HELDOUT'), 'utf8').split('\n').map((l) => l.trim()).filter(Boolean));
const BODY = new Set(['paragraph', 'list-item', 'subheading', 'quote-block', 'table']);
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of the words kept, counted as often as they stand. */
function f1(wanted, said) {
  const left = new Map();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let right = 0;
  for (const word of said) if (left.get(word) > 0) left.set(word, left.get(word) - 1), ++right;
  return said.length + wanted.length ? (200 * right) / (said.length + wanted.length) : 100;
}

const HEAD = 97; // per cent

function analysed(fields) {
  return JSON.parse(execFileSync(join(build, 'copydesk'), ['--ndjson'], { input: `${JSON.stringify(fields)}\n` }));
}
const bodyOf = ({ blocks }, text) => blocks.filter((b) => BODY.has(b.kind)).map((b) => text.slice(b.start, b.end)).join('\n');

const squeeze = (s) => s?.replace(/\s+/gu, ' ').trim();
const day = (value) => value?.slice(0, 10) || null;
/** The fields of the head that are not those of head.json, and how many there are. */
function headProblems(wanted, { headline, authors, published, updated, dateline }) {
  const said = { headline: squeeze(headline?.value ?? headline?.text), authors: authors.map((a) => a.value ?? a.text).join(' ; '), published: day(published?.value), updated: day(updated?.value), dateline: dateline?.value };
  const gold = { headline: squeeze(wanted.headline), authors: wanted.authors.join(' ; '), published: day(wanted.published), updated: day(wanted.updated), dateline: wanted.dateline };
  return Object.keys(gold).filter((field) => (gold[field] || null) !== (said[field] || null)).map((field) => `${field}: ${said[field]} instead of ${gold[field]}`);
}
const FIELDS = 5;

const sums = new Map();
for (const name of readdirSync(here).filter((n) => existsSync(join(here, n, 'page.html')))) {
  const html = readFileSync(join(here, name, 'page.html'), 'utf8');
  const wanted = words(readFileSync(join(here, name, 'body.txt'), 'utf8'));
  const head = JSON.parse(readFileSync(join(here, name, 'head.json'), 'utf8'));
  const { text, jsonld } = await readHTML(html);
  const report = analysed({ text, jsonld });
  const alone = f1(wanted, words(text));
  const ours = f1(wanted, words(bodyOf(report, text)));
  const half = heldOut.has(name) ? 'held out' : 'seen';
  const sum = sums.get(half) ?? { pages: 0, alone: 0, ours: 0, right: 0 };
  const problems = headProblems(head, report.article);
  sums.set(half, { pages: sum.pages + 1, alone: sum.alone + alone, ours: sum.ours + ours, right: sum.right + FIELDS - problems.length });
  console.log(`${name.padEnd(34)} readability ${alone.toFixed(1)}  with our labels ${ours.toFixed(1)}`);
  for (const problem of problems) console.log(`  ${problem}`);
}
let [right, all] = [0, 0];
for (const [half, { pages, alone, ours, ...sum }] of sums) {
  right += sum.right;
  all += FIELDS * pages;
  console.log(`${half}: ${pages} pages, readability ${(alone / pages).toFixed(1)}, with our labels ${(ours / pages).toFixed(1)}`);
  if (ours < alone) process.exitCode = 1;
}
console.log(`head: ${right} of ${all} fields right`);
if ((100 * right) / all < HEAD) process.exitCode = 1;
