// npm run articles: whole articles with their reviewed reports, tests/articles/<slug>/.
//
//   npm run articles                     compare every report with its expected.json and its review
//   npm run articles -- --review SLUG    the readable report, what changed, and the review's lines that it misses
//   npm run articles -- --accept SLUG…   the present report becomes the expected one (all: every article)
//   npm run articles -- --add FILE SLUG  begin a new article: its text, options and an empty review
//
// A review is written before any program reads the text, so it may ask for more than is met yet: missed.txt beside
// it lists the lines that are known to be missed, and a line that is missed and not listed there fails.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { build, nativeReports, root } from '../tests/support/native.js';
import { unmet } from '../tests/support/review.js';

const folder = join(root, 'tests/articles');
const slugs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
const read = (...path) => (existsSync(join(...path)) ? readFileSync(join(...path), 'utf8') : '');

function open(slug) {
  const { article, ...options } = JSON.parse(read(folder, slug, 'options.json') || '{}');
  return { slug, file: article ? join(root, article) : join(folder, slug, 'article.txt'), options };
}
function inputOf(slug) {
  const { file, options } = open(slug);
  return { slug, text: readFileSync(file, 'utf8'), options };
}
const shown = (report) => `${JSON.stringify(report, null, 1)}\n`;

/** What is wrong with one article's report: lines for people. */
function judge({ slug, text }, report) {
  const problems = [];
  if (report.error) return [`${slug}: ${report.error.message}`];
  const expected = read(folder, slug, 'expected.json');
  if (!expected) problems.push(`${slug}: has no expected.json; review it, then: npm run articles -- --accept ${slug}`);
  else if (shown(report) !== expected) problems.push(`${slug}: the report changed; npm run articles -- --review ${slug} shows how`);
  const known = new Set(read(folder, slug, 'missed.txt').split('\n').filter(Boolean));
  const missed = unmet(read(folder, slug, 'review.txt'), report, text);
  for (const { line, source } of missed) if (!known.has(source)) problems.push(`tests/articles/${slug}/review.txt:${line}: not met: ${source.replaceAll('\t', ' | ')}`);
  const still = new Set(missed.map(({ source }) => source));
  for (const source of known) if (!still.has(source)) problems.push(`${slug}: missed.txt lists a line that is met now: ${source.replaceAll('\t', ' | ')}`);
  return problems;
}

function check(names) {
  const inputs = names.map(inputOf);
  const reports = nativeReports(inputs);
  const problems = inputs.flatMap((input, at) => judge(input, reports[at]));
  problems.forEach((problem) => console.error(problem));
  const lines = names.reduce((sum, slug) => sum + read(folder, slug, 'review.txt').split('\n').filter((line) => line.trim() && !line.startsWith('#')).length, 0);
  const missed = inputs.reduce((sum, input, at) => sum + unmet(read(folder, input.slug, 'review.txt'), reports[at], input.text).length, 0);
  console.log(`${names.length} articles, ${lines - missed} of ${lines} lines of their reviews met, ${problems.length} problems`);
  return problems.length > 0 ? 1 : 0;
}

function accept(names) {
  const inputs = names.map(inputOf);
  nativeReports(inputs).forEach((report, at) => {
    const { slug, text } = inputs[at];
    const missed = unmet(read(folder, slug, 'review.txt'), report, text);
    writeFileSync(join(folder, slug, 'expected.json'), shown(report));
    writeFileSync(join(folder, slug, 'missed.txt'), missed.map(({ source }) => `${source}\n`).join(''));
    console.log(`${slug}: accepted, ${missed.length} lines of its review missed`);
  });
  return 0;
}

function review(slug) {
  const input = inputOf(slug);
  const { file } = open(slug);
  const extra = Object.entries(input.options).flatMap(([name, value]) => (name === 'reference' ? ['--reference', value] : name === 'timeZone' ? ['--time-zone', value] : []));
  spawnSync(join(build, 'copydesk'), [...extra, file], { stdio: 'inherit' });
  const [report] = nativeReports([input]);
  const expected = join(folder, slug, 'expected.json');
  if (existsSync(expected)) spawnSync('diff', ['-u', expected, '-'], { input: shown(report), stdio: ['pipe', 'inherit', 'inherit'] });
  for (const { line, source } of unmet(read(folder, slug, 'review.txt'), report, input.text)) console.log(`review.txt:${line}: not met: ${source.replaceAll('\t', ' | ')}`);
  return 0;
}

function add(file, slug) {
  if (!file || !/^[a-z0-9-]+$/.test(slug ?? '')) throw new Error('npm run articles -- --add FILE SLUG; a slug has small letters, digits and hyphens');
  if (slugs.includes(slug)) throw new Error(`tests/articles/${slug} is there already`);
  mkdirSync(join(folder, slug));
  writeFileSync(join(folder, slug, 'article.txt'), readFileSync(file));
  writeFileSync(join(folder, slug, 'options.json'), '{}\n');
  writeFileSync(join(folder, slug, 'review.txt'), '');
  console.log(`tests/articles/${slug}: now write review.txt by hand, then: npm run articles -- --review ${slug}`);
  return 0;
}

const [command, ...rest] = process.argv.slice(2);
const chosen = rest.includes('all') ? slugs : rest;
for (const slug of command === '--add' ? [] : chosen)
  if (!slugs.includes(slug)) {
    console.error(`There is no article ${slug} in tests/articles.`);
    process.exit(2);
  }
process.exitCode = command === '--accept' ? accept(chosen) : command === '--review' ? review(rest[0]) : command === '--add' ? add(...rest) : check(slugs);
