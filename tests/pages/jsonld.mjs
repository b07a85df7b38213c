// The pages' JSON-LD, as broken as it was found: the head that the command line reads from it, and what it says about the repair.
//
//   node tests/pages/jsonld.mjs
//
// Every field of every page must be right; what was broken must be said, and what was not must not.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.COPYDESK_BUILD ?? join(here, '../../build/release');
const text = 'The ferry sank on Monday.\n';

/** Whether the script is JSON as it stands. */
function isJSON(script) {
  try {
    JSON.parse(script);
    return true;
  } catch {
    return false;
  }
}

const pages = readdirSync(here)
  .filter((name) => existsSync(join(here, name, 'page.jsonld')))
  .map((name) => ({ name, jsonld: readFileSync(join(here, name, 'page.jsonld'), 'utf8'), head: JSON.parse(readFileSync(join(here, name, 'head.json'), 'utf8')) }));
const input = pages.map(({ name, jsonld }) => `${JSON.stringify({ id: name, text, jsonld })}\n`).join('');
const reports = execFileSync(join(build, 'copydesk'), ['--ndjson'], { input }).toString().split('\n').filter(Boolean).map((line) => JSON.parse(line));

const squeeze = (s) => s?.replace(/\s+/gu, ' ').trim() || null;
/** A day, or a day and a time with its seconds and its zone written in full. */
const stamp = (s) => s?.replace(/(T\d\d:\d\d)(?!:)/, '$1:00').replace(/([+-]\d\d)(\d\d)$/, '$1:$2') || null;
let right = 0;
let wrong = 0;
pages.forEach(({ name, jsonld, head }, at) => {
  const { article, blocks, findings } = reports[at];
  const compare = (field, wanted, found) => {
    if (wanted === found) return void ++right;
    ++wrong;
    console.log(`${name}: ${field}: ${found} instead of ${wanted}`);
  };
  compare('headline', squeeze(head.headline), squeeze(article.headline?.value ?? article.headline?.text));
  compare('authors', head.authors.join(' ; '), article.authors.map((author) => author.value ?? author.text).join(' ; '));
  compare('published', stamp(head.published), stamp(article.published?.value));
  compare('updated', stamp(head.updated), stamp(article.updated?.value));
  compare('the text is analysed', 'paragraph', blocks.map(({ kind }) => kind).join());
  const said = findings.filter(({ code }) => code.startsWith('json-ld-')).map(({ code }) => code).join();
  compare('what is said of the repair', isJSON(jsonld) ? '' : 'json-ld-repaired', said);
});
console.log(`JSON-LD: ${pages.length} scripts, ${right} of ${right + wrong} fields right`);
process.exitCode = wrong || !pages.length ? 1 : 0;
