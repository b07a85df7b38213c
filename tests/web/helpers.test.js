// Grouping, formatting, anchors and exports, on small reports of our own and on every article of ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchor, describe as describeSpan, textFragment } from '../../dist/anchor.js';
import { toCSV, toJSONLD, toMarkdown, toWebAnnotation } from '../../dist/exports.js';
import { convertNumber, findingsAt, formatDate, formatNumber, spansInSentence, whoSaidWhat } from '../../dist/helpers.js';
import { load } from '../../dist/node.js';
import { articles } from './inputs.js';

const desk = await load();

test('figures are written as the locale writes them', () => {
  const money = { kind: 'money', value: '1234567.5', unit: 'EUR', text: '' };
  assert.equal(formatNumber(money, { locale: 'de' }), '1.234.567,5\u00a0€');
  assert.equal(formatNumber({ kind: 'cardinal', value: '12345678901234567890', text: '' }, { locale: 'en' }), '12,345,678,901,234,567,890');
  assert.equal(formatNumber({ kind: 'measure', value: '62', unit: 'mile', approx: 'about', text: '' }, { locale: 'en' }), 'about 62 miles');
  assert.equal(formatNumber({ kind: 'percent', value: '0.50', unit: 'percent', text: '' }, { locale: 'en' }), '0.50%');
  assert.equal(formatNumber({ kind: 'range', value: null, low: '400', high: '650', unit: 'USD', text: '' }, { locale: 'en-US' }), '$400 – $650');
  assert.equal(formatNumber({ kind: 'measure', value: '3', unit: 'furlong-per-fortnight', text: '' }, { locale: 'en' }), '3 furlong per fortnight');
  assert.equal(formatNumber({ kind: 'score', value: null, text: '3-1' }), '3-1');
});

test('measures are converted for the reader, others left alone', () => {
  const mph = { kind: 'measure', value: '100', unit: 'mile-per-hour', text: '' };
  assert.equal(convertNumber(mph, { locale: 'en-GB' }).value, '160');
  assert.equal(convertNumber(mph, { locale: 'en-US' }), null);
  assert.equal(convertNumber({ kind: 'measure', value: '20', unit: 'celsius', text: '' }, { locale: 'en-US' }).value, '68');
  assert.equal(convertNumber({ kind: 'money', value: '20', unit: 'USD', text: '' }, { locale: 'de' }), null);
});

test('dates are written as the locale writes them, open ones as far as they are known', () => {
  const day = { type: 'DATE', value: '2023-06-07', from: '2023-06-07', to: '2023-06-08', grain: 'day' };
  assert.equal(formatDate(day, { locale: 'de' }), 'Mittwoch, 7. Juni 2023');
  assert.equal(formatDate({ type: 'DATE', value: '2023-03', from: '2023-03-01', to: '2023-04-01', grain: 'month', mod: 'END' }, { locale: 'en' }), 'the end of March 2023');
  assert.match(formatDate({ type: 'TIME', value: '2023-06-07T01:10Z', from: '2023-06-07T01:10Z', to: '2023-06-07T01:11Z', grain: 'minute' }, { locale: 'en-GB' }), /01:10 UTC$/);
  assert.equal(formatDate({ type: 'DURATION', value: 'P2D' }, { locale: 'en' }), '2 days');
  assert.equal(formatDate({ type: 'DATE', value: 'XXXX-WXX-4' }, { locale: 'en' }), 'Thursday');
  assert.equal(formatDate({ type: 'DATE', value: 'XXXX-06-03' }, { locale: 'en' }), 'June 3');
  assert.equal(formatDate({ type: 'DATE', value: 'XXXX' }, { locale: 'en' }), null);
  assert.equal(formatDate({ type: 'DATE', value: 'PAST_REF' }), 'some time ago');
});

test('a passage is found again after edits, and never guessed', () => {
  const text = 'It rose to 3 in May. It fell to 3 in June. Nobody expected it.';
  const at = text.indexOf('3 in June');
  const passage = describeSpan(text, { start: at, end: at + 1 });
  assert.deepEqual(anchor(text, passage), { start: at, end: at + 1 });
  assert.deepEqual(anchor(`New words. ${text}`, passage), { start: at + 11, end: at + 12 });
  assert.equal(anchor('Some 3 ships and 3 boats.', passage).reason, 'ambiguous');
  assert.equal(anchor('Nothing of it.', passage).reason, 'missing');
  assert.equal(anchor('3 '.repeat(20_000), { exact: '3' }).reason, 'ambiguous');
});

test('a text fragment leads to one place', () => {
  const text = 'It fell, she said. It rose, she said.\n\nIt is over-done, and it ended there with a long line of words.';
  const link = (words) => textFragment(text, { start: text.lastIndexOf(words), end: text.lastIndexOf(words) + words.length });
  assert.equal(link('It rose'), '#:~:text=It%20rose');
  assert.equal(link('she said'), '#:~:text=rose%2C-,she%20said');
  assert.equal(link('over-done'), '#:~:text=over%2Ddone');
  assert.equal(link('it ended there with a long line of words'), '#:~:text=it%20ended%20there,line%20of%20words');
});

test('a cell that looks like a formula is disarmed', () => {
  const text = '“=SUM(A1)” he said.';
  const report = { quotes: [{ start: 0, end: 10, kind: 'direct', content: [{ start: 1, end: 9 }], speaker: null, cue: null, rule: 'r' }], dates: [], numbers: [], people: [] };
  assert.match(toCSV(report, text), /,'=SUM\(A1\),/);
});

for (const { name, text, options } of articles())
  test(`helpers and exports of ${name}`, () => {
    const report = desk.analyze(text, options);
    // What is quoted inside a quotation is said in its words.
    const spoken = report.quotes.filter(({ kind, speaker, parent }) => parent === undefined && kind !== 'title' && (kind !== 'scare' || speaker));
    assert.equal(whoSaidWhat(report, text).flatMap(({ quotes }) => quotes).length, spoken.length);
    const dates = new Set(report.sentences.flatMap((_, i) => spansInSentence(report, i).dates));
    assert.ok(dates.size >= report.dates.length * 0.9);
    for (const date of report.dates) assert.ok(findingsAt(report, date.start).some(({ record }) => record === date));
    for (const number of report.numbers) assert.ok(formatNumber(number, { locale: 'en' }).length > 0);
    assert.equal(toCSV(report, text).match(/^\d+,\d+,(quote|date|number),/gm).length, report.quotes.length + report.dates.length + report.numbers.length);
    const annotations = toWebAnnotation(report, text);
    assert.equal(annotations.total, annotations.first.items.length);
    for (const { target } of annotations.first.items) {
      const [position, quote] = target.selector;
      assert.equal(text.slice(position.start, position.end), quote.exact);
      assert.deepEqual(anchor(text, { ...quote, start: position.start }), { start: position.start, end: position.end });
    }
    assert.equal(toJSONLD(report, text)['@type'], 'NewsArticle');
    assert.match(toMarkdown(report, text), /^# /);
  });

test('a sentence that is not there is an error', () => assert.throws(() => spansInSentence(desk.analyze('One.'), 7), RangeError));
