#!/usr/bin/env node
// Fits the weights of speaker, cue and indirect on gold quotations.
//
//   node tools/fit/fit.mjs [--data DIR] [--inspect BIN] [--out DIR]     fit on everything, write the weights
//   node tools/fit/fit.mjs --cross [--keep DIR]                         fit on each half of the documents, score on
//                                                                       the other; writes nothing to the rules
//   node tools/fit/fit.mjs --by publisher                               fit without each publisher, score on it
//   node tools/fit/fit.mjs --check                                      fit, compare with the weights committed
//   … --without MODEL:GROUP,…;…                                        without the features of groups
//
// The features come from the C++ (`copydesk_inspect decisions`); build it first.  Deterministic.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesOf, inspectWith, MODELS, namesOf } from './decisions.mjs';
import { readDocuments } from './gold.mjs';
import { systemLine } from './lines.mjs';
import { accuracy, fitSoftmax } from './softmax.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes('--' + name) ? args[args.indexOf('--' + name) + 1] : fallback);
const DATA = option('data', join(root, '../shared/eval/dev/quotes'));
const INSPECT = option('inspect', join(root, 'build/release/copydesk_inspect'));
const OUT = option('out', join(root, 'rules/en/quotes'));
const SCALE = 16;
const inspect = inspectWith(INSPECT);

if (args.includes('--check') && !existsSync(join(DATA, 'polnear.jsonl'))) {
  console.log('skipped: the development sets are not here');
  process.exit(0);
}
// "speaker:role,path;cue:rel": groups to leave out.
const without = Object.fromEntries(option('without', '').split(';').filter(Boolean).map((part) => part.split(':')).map(([model, groups]) => [model, groups.split(',')]));

const NAMES = namesOf(INSPECT);

function examples(model, documents, weights) {
  const kept = (f) => (without[model] ? f.filter((k) => !without[model].includes(NAMES[model][k].split('=')[0])) : f);
  return examplesOf(model, documents, inspect('decisions', documents, weights)).map((e) => ({ ...e, options: e.options.map(kept) }));
}

function write(dir, model, w, head) {
  const rows = NAMES[model].map((name, i) => [name, Math.max(-127, Math.min(127, Math.round(w[i] * SCALE)))]).filter(([, x]) => x !== 0);
  writeFileSync(join(dir, `${model}.weights.tsv`), `${head}#! weights ${model}\n${rows.map((r) => r.join('\t')).join('\n')}\n`);
  return rows.length;
}

/** Fits all models in order: each sees the features that the ones before it make. */
function fitAll(documents, dir, head = '') {
  mkdirSync(dir, { recursive: true });
  for (const model of Object.keys(MODELS).filter((m) => NAMES[m].length)) writeFileSync(join(dir, `${model}.weights.tsv`), `#! weights ${model}\n`);
  for (const model of ['speaker', 'speaker', 'cue', 'cue', 'indirect']) {
    if (!NAMES[model].length) continue;
    const e = examples(model, documents, dir);
    const w = fitSoftmax(e, NAMES[model].length, MODELS[model]);
    const figures = head && `# ${e.length} decisions, ${(100 * accuracy(e, w)).toFixed(1)} % of them right on the documents it was fitted on.\n`;
    const rows = write(dir, model, w, head + figures);
    console.error(`  ${model}: ${e.length} decisions, ${rows} weights`);
  }
}

function score(documents, reports, label) {
  const dir = mkdtempSync(join(tmpdir(), 'copydesk-fit-'));
  writeFileSync(join(dir, 'gold.jsonl'), documents.map((d) => d.line).join('\n') + '\n');
  writeFileSync(join(dir, 'system.jsonl'), reports.map(systemLine).join('\n') + '\n');
  const out = execFileSync('python3', [join(DATA, '../../score_quotes.py'), join(dir, 'gold.jsonl'), join(dir, 'system.jsonl')], { encoding: 'utf8' });
  const s = JSON.parse(out.split('\n')[0]);
  const figures = {
    detection: s.overlap.F1, 'end to end': s.e2e_strict.F1, speaker: s.speaker.strict, name: s.speaker.strict_name, noun: s.speaker.strict_noun,
    pronoun: s.speaker.strict_pron, 'by name': s.resolved?.acc, cue: s.cue?.overlap, indirect: s.indirect_words_speech?.F1, 'indirect all': s.indirect_words?.F1,
  };
  console.log(label.padEnd(16) + Object.entries(figures).map(([k, v]) => `${k} ${v ?? '-'}`).join('  '));
  return { figures, dir };
}

const news = readDocuments(join(DATA, 'polnear.jsonl'));
const novels = readDocuments(join(DATA, 'litbank.jsonl'));
const documents = [...news, ...novels];
if (args.includes('--cross')) {
  const keep = option('keep', mkdtempSync(join(tmpdir(), 'copydesk-cross-')));
  const scored = { polnear: [], litbank: [] };
  for (const half of [0, 1]) {
    const dir = join(keep, `half${half}`);
    fitAll(documents.filter((d) => d.half !== half), dir);
    for (const [name, all] of Object.entries({ polnear: news, litbank: novels })) {
      const test = all.filter((d) => d.half === half);
      const r = inspect('report', test, dir);
      if (name === 'polnear') score(test, r, `half ${half}`);
      scored[name].push(...test.map((d, i) => [d, r[i]]));
    }
  }
  for (const name of ['polnear', 'litbank']) console.log(score(scored[name].map((x) => x[0]), scored[name].map((x) => x[1]), name + ' cross').dir);
  for (const set of ['gum_news', 'handmade']) {
    const other = readDocuments(join(DATA, set + '.jsonl'));
    score(other, inspect('report', other, join(keep, 'half0')), set);
  }
} else if (args.includes('--by')) {
  const publishers = [...new Set(news.map((d) => d.meta.publisher))].sort();
  for (const p of publishers) {
    const dir = mkdtempSync(join(tmpdir(), 'copydesk-by-'));
    fitAll(documents.filter((d) => d.meta?.publisher !== p), dir);
    const test = news.filter((d) => d.meta.publisher === p);
    score(test, inspect('report', test, dir), p);
  }
} else {
  const head = '# Written by tools/fit; do not edit. Sixteenths; a feature that is not here weighs nothing.\n';
  const check = args.includes('--check');
  const dir = check ? mkdtempSync(join(tmpdir(), 'copydesk-check-')) : OUT;
  fitAll(documents, dir, head);
  if (check)
    for (const model of Object.keys(MODELS)) {
      const file = `${model}.weights.tsv`;
      if (readFileSync(join(dir, file), 'utf8') === readFileSync(join(OUT, file), 'utf8')) continue;
      console.error(`${file} is not what tools/fit writes: build copydesk_inspect, run node tools/fit/fit.mjs`);
      process.exitCode = 1;
    }
}
