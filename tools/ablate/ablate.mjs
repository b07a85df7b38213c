#!/usr/bin/env node
// What each group of features is worth: fits without it on each half, scores on the other.
//
//   node tools/ablate/ablate.mjs speaker|cue|indirect [GROUP…]
//
// Prints the figures with everything, then one line a group.  About twenty seconds each.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [model, ...chosen] = process.argv.slice(2);
if (!['speaker', 'cue', 'indirect'].includes(model)) {
  console.error('usage: node tools/ablate/ablate.mjs speaker|cue|indirect [GROUP…]');
  process.exit(2);
}
const groups = readFileSync(join(root, `rules/en/quotes/${model}.features.tsv`), 'utf8')
  .split('\n')
  .filter((l) => l && !l.startsWith('#'))
  .map((l) => l.split('\t')[0]);
const run = (without) =>
  execFileSync('node', [join(root, 'tools/fit/fit.mjs'), '--cross', ...(without ? ['--without', `${model}:${without}`] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split('\n')
    .find((l) => l.startsWith('polnear cross'))
    .replace('polnear cross', '')
    .trim();
console.log('everything'.padEnd(24) + run());
for (const group of chosen.length ? chosen : groups) console.log(group.padEnd(24) + run(group));
