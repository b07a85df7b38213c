// The dirty pages in plain text, measured: characters whose line has its label's kind, and the fields of the head.
//
//   node tests/pages/run.mjs [--show NAME] [--kinds]
//
// Fails below the marks of each half; HELDOUT names the half that no rule was written on.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.COPYDESK_BUILD ?? join(here, '../../build/release');
const MARKS = { seen: { characters: 93.5, head: 95 }, 'held out': { characters: 89, head: 91 } }; // per cent

const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const show = argument('--show');
const heldOut = new Set(readFileSync(join(here, 'HELDOUT'), 'utf8').split('\n').map((l) => l.trim()).filter(Boolean));
const squeeze = (s) => s.replace(/\s+/gu, ' ').trim();
const ink = (s) => s.replace(/\s/gu, '').length;

const pages = readdirSync(here)
  .filter((name) => existsSync(join(here, name, 'labels.tsv')))
  .map((name) => ({
    name,
    half: heldOut.has(name) ? 'held out' : 'seen',
    text: readFileSync(join(here, name, 'page.txt'), 'utf8'),
    labels: new Map(readFileSync(join(here, name, 'labels.tsv'), 'utf8').split('\n').filter((l) => /^\d/.test(l)).map((l) => l.trim().split('\t')).map(([n, kind]) => [Number(n), kind])),
    head: JSON.parse(readFileSync(join(here, name, 'head.json'), 'utf8')),
  }));
const input = pages.map(({ name, text }) => JSON.stringify({ id: name, text }) + '\n').join('');
const reports = execFileSync(join(build, 'copydesk'), ['--ndjson'], { input, maxBuffer: 1 << 28 }).toString().split('\n').filter(Boolean).map((l) => JSON.parse(l));

const day = (value) => (value ?? '').slice(0, 10) || null;
function headProblems(want, article) {
  const problems = [];
  const compare = (field, wanted, found) => {
    if ((wanted || null) !== (found || null)) problems.push(`${field}: ${found} instead of ${wanted}`);
  };
  compare('headline', want.headline && squeeze(want.headline), article.headline && squeeze(article.headline.text));
  compare('authors', (want.authors ?? []).join(' ; ').toLowerCase(), article.authors.map((a) => a.value ?? squeeze(a.text)).join(' ; ').toLowerCase());
  compare('published', day(want.published), day(article.published?.value));
  compare('updated', day(want.updated), day(article.updated?.value));
  compare('dateline', want.dateline && squeeze(want.dateline), article.dateline && (article.dateline.value ?? article.dateline.text));
  return problems;
}

const totals = new Map();
pages.forEach((page, at) => {
  const report = reports[at];
  const sum = totals.get(page.half) ?? { right: 0, all: 0, fields: 0, fieldsRight: 0 };
  totals.set(page.half, sum);
  let offset = 0;
  page.text.split('\n').forEach((line, index) => {
    const wanted = page.labels.get(index + 1);
    const from = offset + line.length - line.trimStart().length;
    offset += line.length + 1;
    if (!wanted) return;
    const block = report.blocks.find((b) => b.start <= from && from < b.end);
    const size = ink(line);
    sum.all += size;
    if (block?.kind === wanted) sum.right += size;
    else if (page.half === 'seen' && (show === page.name || show === 'all')) console.log(`${page.name}:${index + 1}: ${block?.kind} (${block?.rule}) instead of ${wanted}: ${line.trim().slice(0, 90)}`);
  });
  const problems = headProblems(page.head, report.article);
  sum.fields += 5;
  sum.fieldsRight += 5 - problems.length;
  if (page.half === 'seen' && (show === page.name || show === 'all')) problems.forEach((p) => console.log(`${page.name}: ${p}`));
});

let failed = false;
for (const [half, sum] of totals) {
  const characters = (100 * sum.right) / sum.all;
  const head = (100 * sum.fieldsRight) / sum.fields;
  failed ||= characters < MARKS[half].characters || head < MARKS[half].head;
  console.log(`${half.padEnd(9)} characters ${characters.toFixed(2)} %  head fields ${head.toFixed(2)} %`);
}
process.exitCode = failed ? 1 : 0;
