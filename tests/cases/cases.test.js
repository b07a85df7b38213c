// The case files' own test: a case that nobody can fail is refused, and a difference is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCase, Malformed, parseCases } from '../support/cases.js';
import { parseRules } from '../support/examples.js';

const read = (content) => parseCases(content, 'x.txt');
const refused = (content, message) => assert.throws(() => read(content), (error) => error instanceof Malformed && message.test(error.message));

test('what cannot be checked is refused with file and line', () => {
  refused('', /x\.txt:1: the file has no cases/);
  refused('# only a remark\n', /x\.txt:1: the file has no cases/);
  refused('date "x"\n=== A\nx\n---\nno date\n', /x\.txt:1: this line stands before/);
  refused('=== A\nx\n', /x\.txt:1: this case has no '---'/);
  refused('=== A\nx\n=== B\nx\n---\nno date\n', /x\.txt:3: the case before has no '---'/);
  refused('=== A\nx\n---\n\n', /x\.txt:1: this case expects nothing/);
  refused('===\nx\n---\nno date\n', /x\.txt:1: a case needs a title/);
  refused('=== A\nx\n---\nno date\n=== A\ny\n---\nno date\n', /x\.txt:5: another case has this title/);
  refused('=== A\nx\n---\ndated "x"\n', /x\.txt:4: 'dated' is no kind/);
  refused('=== A\nx\n---\ndate\n', /x\.txt:4: what of this date/);
  refused('=== A\nx\n---\ndate "x" 2024 colour=red\n', /x\.txt:4: a date has no 'colour'/);
  refused('=== A\nx\n---\ndate "x\n', /x\.txt:4: cannot read from here: "x/);
  refused('=== A\n@when now\nx\n---\nno date\n', /x\.txt:2: there is no option @when/);
});

const report = {
  dates: [{ start: 3, end: 10, text: '3 June', type: 'DATE', value: 'XXXX-06-03', rule: 'dates.x' }],
  numbers: [],
  quotes: [{ start: 0, end: 4, kind: 'direct', content: [{ start: 1, end: 3 }], speaker: null, cue: null, rule: 'quotes.x', confidence: 'low' }],
};
const problems = (expected, text = '“Oh” 3 June') => checkCase(read(`=== A\n${text}\n---\n${expected}\n`)[0], report).map(({ line }) => line);

test('a difference is found', () => {
  assert.deepEqual(problems('date "3 June" XXXX-06-03 rule=dates.x mod=-'), []);
  assert.deepEqual(problems('date "3  June"'), []);
  assert.deepEqual(problems('date "4 June"'), [4]);
  assert.deepEqual(problems('date "3 June" 2024-06-03'), [4]);
  assert.deepEqual(problems('date "3 June" rule=dates.y'), [4]);
  assert.deepEqual(problems('no date'), [4]);
  assert.deepEqual(problems('no number'), []);
  assert.deepEqual(problems('date "3 June"\ndate "4 June"'), [5]);
  assert.deepEqual(problems('more date\nno number'), []);
  assert.deepEqual(problems('no date in "June"'), [4]);
  assert.deepEqual(problems('no date in "Oh"'), []);
  assert.deepEqual(problems('quote direct "Oh" | - | -'), []);
  assert.deepEqual(problems('quote direct "Oh" | Ann Lee | -'), [4]);
  assert.deepEqual(problems('quote scare "Oh" | - | -'), [4]);
  assert.deepEqual(problems('quote direct "O" "h" | - | -'), [4]);
});

test('records beside the named ones are found', () => {
  const two = { ...report, dates: [...report.dates, { start: 3, end: 4, text: '3', value: '3', type: 'DATE', rule: 'dates.x' }] };
  const lines = (expected) => checkCase(read(`=== A\n“Oh” 3 June\n---\n${expected}\n`)[0], two).length;
  assert.equal(lines('date "3 June"'), 1);
  assert.equal(lines('date "3 June"\nmore date'), 0);
});

test('rule rows without an example are refused', () => {
  assert.throws(() => parseRules('#! rules dates\nx\tstates\tonly text\t\n', 'r.tsv'), /r\.tsv:2: the example of x has no ' => '/);
  const [rule] = parseRules('#! rules dates\nx\tstates\t@2024-06-12 on\\nFriday => Friday = 2024-06-14\tno\n', 'r.tsv');
  assert.deepEqual(rule.example, { text: 'on\nFriday', options: { reference: '2024-06-12' }, result: 'Friday = 2024-06-14' });
});
