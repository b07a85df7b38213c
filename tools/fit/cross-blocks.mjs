// The figures of src/blocks on pages that its weights were not fitted on: the whole command line, with headline, body and
// head found by weights of the other folds, scored by the development sets' own scorer.
//
//   node tools/fit/cross-blocks.mjs [--folds 4] [--clean polnear.jsonl] [--errors N]
//
// Builds in build/cross, so that rules/ stays as it is. Takes some minutes. The sets stand in ../shared/eval, or in $SETS.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = process.env.SETS ?? join(root, '../shared/eval');
const argument = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const folds = Number(argument('--folds', 4));
const clean = argument('--clean', join(shared, 'dev/quotes/polnear.jsonl'));
const sets = { zyte: 'pages', readability: 'pages', trafilatura: 'segments', htmldate: 'titles', postlight: 'titles' };
const tree = join(root, 'build/cross/tree');
const out = join(root, 'build/cross/out');
const rules = join(tree, 'rules/en/blocks');
const gold = (set) => join(shared, 'dev/article', `${set}.jsonl`);
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: tree, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'inherit'], ...options })?.toString();
const lines = (text) => text.split('\n').filter(Boolean);

mkdirSync(out, { recursive: true });
for (const name of ['src', 'include', 'rules', 'tools', 'cmake', 'tests', 'bench', 'third_party'])
  try {
    cpSync(join(root, name), join(tree, name), { recursive: true, preserveTimestamps: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
for (const name of ['CMakeLists.txt', 'CMakePresets.json', 'package.json', 'LICENSE']) cpSync(join(root, name), join(tree, name), { preserveTimestamps: true });

const build = () => run('cmake', ['--build', 'build/release', '--target', 'copydesk', 'dump_blocks', '-j', process.env.COPYDESK_JOBS ?? '2'], { stdio: ['ignore', 'ignore', 'inherit'] });
const fit = (fold, only) =>
  run(process.execPath, [join(root, 'tools/fit/fit-blocks.mjs'), '--dump', 'build/release/dump_blocks', '--out', rules, '--leave', `${fold}/${folds}`, '--only', only,
    '--own', join(root, 'tests/pages'), '--clean', clean, ...Object.entries(sets).flatMap(([set, kind]) => [`--${kind}`, gold(set)])], { stdio: ['ignore', 'pipe', 'ignore'] });

run('cmake', ['--preset', 'release', `-DCOPYDESK_THIRD_PARTY=${join(root, 'node_modules')}`], { stdio: 'ignore' });
const reports = Object.fromEntries(Object.keys(sets).map((set) => [set, []]));
for (let fold = 0; fold < folds; ++fold) {
  build();
  fit(fold, 'title');
  build(); // the other features look at the headline
  fit(fold, 'line');
  fit(fold, 'head');
  build();
  for (const set of Object.keys(sets)) {
    const unseen = lines(readFileSync(gold(set), 'utf8')).filter((_, place) => place % folds === fold);
    const input = unseen.map((line) => JSON.parse(line)).map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join('');
    reports[set].push(...lines(run('build/release/copydesk', ['--ndjson'], { input })));
  }
  console.error(`fold ${fold + 1} of ${folds}`);
}
const pooled = { headline: [0, 0], published: [0, 0, 0], names: [0, 0] };
for (const set of Object.keys(sets)) {
  const file = join(out, `${set}.jsonl`);
  writeFileSync(file, `${reports[set].join('\n')}\n`);
  const said = run('python3', [join(shared, 'score_article.py'), gold(set), file, '--errors', argument('--errors', '0')]);
  const figures = JSON.parse(said.split('\n')[0]);
  console.log(`${set}\n${said.split('\n').slice(1).join('\n').trim()}`);
  if (figures.headline_n) pooled.headline[0] += (figures.headline * figures.headline_n) / 100, pooled.headline[1] += figures.headline_n;
  if (figures.published) pooled.published = pooled.published.map((x, k) => x + [figures.published.f1 * (figures.published.n + figures.published.said) / 200, figures.published.n, figures.published.said][k]);
  if (figures.authors) pooled.names = [pooled.names[0] + figures.author_names_f1 * figures.authors.n, pooled.names[1] + figures.authors.n];
}
console.log(`pooled head: headline ${((100 * pooled.headline[0]) / pooled.headline[1]).toFixed(1)}, published F1 ${((200 * pooled.published[0]) / (pooled.published[1] + pooled.published[2])).toFixed(1)}, names F1 ${(pooled.names[0] / pooled.names[1]).toFixed(1)} (mean of the sets)`);
