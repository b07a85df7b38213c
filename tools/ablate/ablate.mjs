#!/usr/bin/env node
// What each group of features and each exact rule is worth, on documents the weights have not seen.
//
//   node tools/fit/fit.mjs --cross --keep DIR         first: weights of both halves
//   node tools/ablate/ablate.mjs DIR [MODEL…]         a table for each model (speaker, cue, indirect) and one of the rules
//   node tools/ablate/ablate.mjs DIR --write          writes the tables into docs/quotes-evidence.md
//
// A group: fitted without it on each half, the choices of the other half that come out right.  A rule: the reports
// without it, scored end to end with the weights as they are.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesOf, inspectWith, MODELS, namesOf } from '../fit/decisions.mjs';
import { readDocuments } from '../fit/gold.mjs';
import { systemLine } from '../fit/lines.mjs';
import { fitSoftmax } from '../fit/softmax.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [weights, ...rest] = process.argv.slice(2);
if (!weights) {
  console.error('usage: node tools/ablate/ablate.mjs DIR [speaker|cue|indirect|rules…] [--write]');
  process.exit(2);
}
const wanted = rest.filter((a) => !a.startsWith('--'));
const data = join(root, '../shared/eval/dev/quotes');
const program = process.env.COPYDESK_INSPECT ?? join(root, 'build/release/copydesk_inspect');
const inspect = inspectWith(program);
const names = namesOf(program);
const sets = Object.fromEntries(['polnear', 'litbank', 'gum_news', 'handmade'].map((set) => [set, readDocuments(join(data, set + '.jsonl'))]));
const fitted = [...sets.polnear, ...sets.litbank];
const lines = [];
const say = (line) => { console.log(line); lines.push(line); };

/** The examples of a model, by the half they are tried on: features as the weights of the other half make them. */
function halves(model) {
  return [0, 1].map((half) => {
    const dumps = inspect('decisions', fitted, join(weights, `half${half}`));
    const all = examplesOf(model, fitted, dumps);
    return { fit: all.filter((e) => e.document.half !== half), test: all.filter((e) => e.document.half === half) };
  });
}

/** Choices right, by set. */
function right(model, parts, without) {
  const of = names[model].map((name) => name.split('=')[0] === without);
  const cut = (examples) => (without ? examples.map((e) => ({ ...e, options: e.options.map((f) => f.filter((k) => !of[k])) })) : examples);
  const count = { news: 0, novels: 0 };
  for (const { fit, test } of parts) {
    const w = fitSoftmax(cut(fit), names[model].length, { ...MODELS[model], ...(MODELS[model].starts ? { starts: 2 } : {}) });
    for (const e of cut(test)) {
      const sums = e.options.map((f) => f.reduce((sum, k) => sum + w[k], 0));
      if (e.right[sums.indexOf(Math.max(...sums))]) count[e.document.id.startsWith('litbank/') ? 'novels' : 'news']++;
    }
  }
  return count;
}

function table(model) {
  const parts = halves(model);
  const tests = parts.flatMap(({ test }) => test);
  const novels = tests.filter((e) => e.document.id.startsWith('litbank/')).length;
  const rows = readFileSync(join(root, `rules/en/quotes/${model}.weights.tsv`), 'utf8').split('\n').filter((l) => l && !l.startsWith('#'));
  const all = right(model, parts);
  const share = (n, of) => (of ? `${((100 * n) / of).toFixed(2)} %` : '');
  say(`\n### ${model}\n\n${tests.length - novels} choices in news, ${share(all.news, tests.length - novels)} right with everything${novels ? `; ${novels} in novels, ${share(all.novels, novels)} right` : ''}.\n`);
  say(`| without | weights | right in news |${novels ? ' in novels |' : ''}\n|---|---|---|${novels ? '---|' : ''}`);
  const signed = (n) => (n > 0 ? '+' : n < 0 ? '−' : '') + Math.abs(n);
  for (const group of new Set(names[model].map((name) => name.split('=')[0]))) {
    const got = right(model, parts, group);
    const count = rows.filter((row) => row.split(/[=\t]/)[0] === group).length;
    say(`| ${group} | ${count} | ${signed(got.news - all.news)} |${novels ? ` ${signed(got.novels - all.novels)} |` : ''}`);
  }
}

function scored(set, without) {
  const dir = mkdtempSync(join(tmpdir(), 'copydesk-ablate-'));
  const reports = [0, 1].flatMap((half) => {
    const documents = sets[set].filter((d) => d.half === half);
    return inspect('report', documents, join(weights, `half${half}`), without).map((r, i) => [documents[i], r]);
  });
  writeFileSync(join(dir, 'gold.jsonl'), reports.map(([d]) => d.line).join('\n') + '\n');
  writeFileSync(join(dir, 'system.jsonl'), reports.map(([, r]) => systemLine(r)).join('\n') + '\n');
  const s = JSON.parse(execFileSync('python3', [join(data, '../../score_quotes.py'), join(dir, 'gold.jsonl'), join(dir, 'system.jsonl')], { encoding: 'utf8' }).split('\n')[0]);
  return { detection: s.overlap.F1, end: s.e2e_strict.F1 };
}

function rules() {
  const all = Object.fromEntries(Object.keys(sets).map((set) => [set, scored(set)]));
  say(`\n### Exact rules\n\nDetection and end to end with every rule: ${Object.entries(all).map(([set, s]) => `${set} ${s.detection} and ${s.end}`).join('; ')}. A column shows what each loses or gains.\n`);
  say(`| without | ${Object.keys(sets).join(' | ')} |\n|---|${Object.keys(sets).map(() => '---|').join('')}`);
  const ids = [...readFileSync(join(root, 'src/quotes/certain.cpp'), 'utf8').matchAll(/\bcertain\(scene, "quotes\.([\w-]+)"_rule/g)].map(([, id]) => id);
  const signed = (x) => (x > 0 ? '+' : x < 0 ? '−' : '') + Math.abs(x).toFixed(1);
  for (const id of ids)
    say(`| ${id} | ${Object.keys(sets).map((set) => { const s = scored(set, `quotes.${id}`); return `${signed(s.detection - all[set].detection)}, ${signed(s.end - all[set].end)}`; }).join(' | ')} |`);
}

for (const model of Object.keys(MODELS)) if (!wanted.length || wanted.includes(model)) table(model);
if (!wanted.length || wanted.includes('rules')) rules();
if (rest.includes('--write')) {
  const file = join(root, 'docs/quotes-evidence.md');
  const marker = '<!-- written by tools/ablate -->';
  writeFileSync(file, `${readFileSync(file, 'utf8').split(marker)[0]}${marker}\n${lines.join('\n')}\n`);
}
