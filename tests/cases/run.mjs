// Runs case files and rule examples against the native command line.
//
//   node tests/cases/run.mjs                 everything
//   node tests/cases/run.mjs dates quotes    these stages only
//   node tests/cases/run.mjs --cases, --rules
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCase, Malformed, parseCases } from '../support/cases.js';
import { checkRule, parseRules } from '../support/examples.js';
import { nativeDecisions, nativeReports, root } from '../support/native.js';

const words = process.argv.slice(2);
const stages = words.filter((word) => !word.startsWith('--'));
const wants = (part) => !words.some((word) => word.startsWith('--')) || words.includes(`--${part}`);
const chosen = (stage) => stages.length === 0 || stages.includes(stage);

const count = { passed: 0, failed: 0, known: 0 };
function fail(message) {
  console.error(message);
  count.failed++;
}

function runCases() {
  for (const name of readdirSync(join(root, 'tests/cases/en')).filter((entry) => entry.endsWith('.txt')).sort()) {
    if (!chosen(name.slice(0, -4))) continue;
    const file = `tests/cases/en/${name}`;
    const cases = parseCases(readFileSync(join(root, file), 'utf8'), file);
    const reports = nativeReports(cases);
    cases.forEach((one, at) => {
      const problems = reports[at].error ? [{ line: one.line, message: reports[at].error.message }] : checkCase(one, reports[at]);
      if (problems.length === 0 && one.known) fail(`${file}:${one.line}: "${one.title}" passes: take its '!' away`);
      else if (problems.length === 0) count.passed++;
      else if (one.known) count.known++;
      else fail(`${file}:${one.line}: ${one.title}${problems.map(({ line, message }) => `\n    ${line}: ${message}`).join('')}`);
    });
  }
}

function runRules() {
  const rules = readdirSync(join(root, 'rules/en')).filter(chosen).flatMap((stage) => {
    const file = `rules/en/${stage}/rules.tsv`;
    return existsSync(join(root, file)) ? parseRules(readFileSync(join(root, file), 'utf8'), file) : [];
  });
  const inputs = rules.flatMap(({ example, counter }) => (counter ? [example, counter] : [example]));
  const reports = new Map(nativeReports(inputs).map((report, at) => [inputs[at], report]));
  const sentences = rules.filter(({ stage }) => stage === 'sentences').flatMap(({ example, counter }) => (counter ? [example, counter] : [example]));
  const decided = new Map(nativeDecisions(sentences).map((ids, at) => [sentences[at], ids]));
  for (const rule of rules) {
    const problems = checkRule(rule, (input) => reports.get(input), (input) => decided.get(input));
    if (problems.length === 0) count.passed++;
    else problems.forEach(fail);
  }
}

try {
  if (wants('cases')) runCases();
  if (wants('rules')) runRules();
} catch (error) {
  if (!(error instanceof Malformed)) throw error;
  fail(error.message);
}
if (count.passed === 0) fail('nothing was run');
console.log(`${count.passed} passed, ${count.failed} failed, ${count.known} known failures`);
process.exitCode = count.failed > 0 ? 1 : 0;
