// What holds of every report on the JavaScript side, whatever the text: fast-check makes the texts and, where
// one breaks a rule, the smallest that does.
//
//   COPYDESK_PROPERTIES=5000 node --test tests/web/properties.test.js    more of them
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from '../../dist/node.js';
import { articles, root } from './inputs.js';

const desk = await load();
const runs = { numRuns: Number(process.env.COPYDESK_PROPERTIES ?? 200) };
const options = { reference: '2024-06-04' };

const pieces = ['“', '”', '"', "'", '’', ' ', ' ', ' ', '\n', '\n\n', '.', '?', ',', '—', '(', ')', '$', '€5', '%', '…', 'Ann Lee', 'said', 'told the Wire', 'the mayor', 'Dr.',
  'U.S.', 'Monday', 'on June 3', '2024', 'last week', '5 p.m.', '3', '1,000', '$4 million', 'ten', 'percent', 'By Ann Lee', 'UPDATED', 'it rained', 'We left', '🦊', 'é', '\u00a0'];
const newsLike = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string16bits({ maxLength: 8 }) }), { maxLength: 60 })
  .map((list) => list.join(' '));
const ofArticles = fc.constantFrom(...articles().map(({ text }) => text)).chain((text) =>
  fc.nat(text.length).chain((begin) => fc.nat(600).map((size) => text.slice(begin, begin + size))));
const anyText = fc.oneof(newsLike, ofArticles, fc.fullUnicodeString(), fc.string16bits());

/** Every record with a place in a report, and where it stands. */
function* placed(value, path = '') {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.start === 'number') yield [path, value];
  for (const [name, inner] of Object.entries(value)) yield* placed(inner, `${path}/${name}`);
}

/** The report with its places moved: `move` gives the new offset of an old one, `change` the new passage. */
function moved(report, move, change) {
  return JSON.parse(JSON.stringify(report), (key, value) =>
    key === 'start' || key === 'end' ? move(value) : key === 'text' && typeof value === 'string' ? change(value) : value);
}

test('a slice of the text is the passage, and nothing reaches outside it', () => {
  fc.assert(fc.property(anyText, (text) => {
    for (const [path, { start, end, text: passage }] of placed(desk.analyze(text, options))) {
      assert.ok(0 <= start && start <= end && end <= text.length, path);
      if (passage !== undefined) assert.equal(passage, text.slice(start, end), path);
    }
  }), runs);
});

test('the same text, the same report, whatever was read before', () => {
  fc.assert(fc.property(anyText, anyText, (text, other) => {
    const first = desk.analyze(text, options);
    desk.analyze(other, { keepQuotesWhole: true });
    assert.deepEqual(desk.analyze(text, options), first);
  }), runs);
});

test('a report survives JSON and a structured clone', () => {
  fc.assert(fc.property(anyText, (text) => {
    const report = desk.analyze(text, options);
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
    assert.deepEqual(structuredClone(report), report);
  }), runs);
});

test('CRLF in the place of LF moves places and changes nothing else', () => {
  fc.assert(fc.property(anyText, (made) => {
    const text = made.replace(/\r/g, '');
    const longer = text.replaceAll('\n', '\r\n');
    const before = [0];
    for (let i = 0; i < text.length; ++i) before.push(before[i] + (text[i] === '\n' ? 2 : 1));
    const expected = moved(desk.analyze(text, options), (offset) => before[offset], (passage) => passage.replaceAll('\n', '\r\n'));
    assert.deepEqual(desk.analyze(longer, options), expected);
  }), runs);
});

test('articles one after the other keep the dates and figures that each has alone', () => {
  // What does not depend on the rest of the page: absolute dates, figures with their values.
  const facts = ({ dates, numbers }) => ({
    dates: dates.filter(({ text }) => /\d{4}/.test(text)).map(({ text, value }) => [text, value]),
    numbers: numbers.map(({ text, value, unit }) => [text, value, unit]),
  });
  const sentence = fc.constantFrom('It cost $4 million on June 3, 2024.', 'Ann Lee left on 12 May 2023 with 1,000 books.', '“We saw 5 percent more,” Tom Hale said.',
    'The bridge is 3.5 miles long.', 'Between 2019-01-02 and January 5, 2020, it rained.', 'She paid €20 for a dozen eggs.');
  const article = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((list) => `${list.join(' ')}\n`);
  fc.assert(fc.property(fc.array(article, { minLength: 2, maxLength: 4 }), (parts) => {
    const together = facts(desk.analyze(parts.join('\n'), options));
    const alone = parts.map((part) => facts(desk.analyze(part, options)));
    assert.deepEqual(together, { dates: alone.flatMap(({ dates }) => dates), numbers: alone.flatMap(({ numbers }) => numbers) });
  }), runs);
});

/** What the command line says when its input comes in these pieces. */
function streamed(chunks) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'build/release/copydesk'), ['--ndjson']);
    const out = [];
    child.stdout.on('data', (data) => out.push(data));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(out).toString()));
    const write = (at) => (at === chunks.length ? child.stdin.end() : child.stdin.write(chunks[at], () => setImmediate(write, at + 1)));
    write(0);
  });
}

test('a stream gives the same reports wherever its chunks are cut', async () => {
  const line = fc.oneof(anyText.map((text) => JSON.stringify({ text: text.toWellFormed?.() ?? text })), fc.constantFrom('', ' ', '{"text":', '[]', '{"id":"é🦊","text":"“Yes,” she said."}'));
  await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(), { maxLength: 12 }), async (lines, cuts) => {
    const bytes = Buffer.from(lines.join('\n'));
    const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
    const chunks = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
    assert.equal(await streamed(chunks), await streamed([bytes]));
  }), { numRuns: Math.ceil(runs.numRuns / 5) });
});
