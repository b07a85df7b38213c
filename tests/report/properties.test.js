// What holds for every report of every text: spans are exact, blocks and sentences cover the text, the schema fits.
// Texts are put together from awkward pieces, the same ones in every run; the articles and cases are among them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { nativeReports, root } from '../support/native.js';
import { articles, awkward, caseTexts } from '../web/inputs.js';

const pieces = ['“', '”', '"', "'", '‘', '’', ' ', ' ', ' ', '\n', '\r\n', '\n\n', '\t', '\0', '\ufeff', '\u00a0', '\u2028', '.', '?', '!', '…', ',', ':', ';', '(', ')',
  '—', '-', '/', '$', '€', '%', '№', 'e\u0301', '👩🏽‍🚀', '🦊', '\u202b', 'שלום', '٣', '雨。', 'ﬁ', 'Ann Lee', 'said', 'told', 'the mayor', 'Dr.', 'U.S.',
  'Monday', 'on June 3', '2024', 'last week', '5 p.m.', 'two years ago', '3', '1,000', '3.5', '$4 million', 'ten', 'a dozen', 'percent', 'miles', 'By', 'UPDATED', 'it rained', 'We left'];

function* random(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
function makeTexts(count, seed) {
  const next = random(seed);
  const draw = (below) => Math.floor(next.next().value * below);
  return Array.from({ length: count }, () => Array.from({ length: draw(60) }, () => pieces[draw(pieces.length)]).join(draw(2) ? ' ' : ''));
}

const wellFormed = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
const inputs = [...articles(), ...caseTexts(), ...awkward, ...makeTexts(3000, 7).map((text, at) => ({ name: `made ${at}`, text, options: {} }))]
  .map((input) => ({ ...input, text: wellFormed(input.text) }));
const reports = nativeReports(inputs);

/** Every object with a start in a report. */
function* spans(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.start === 'number') yield value;
  for (const inner of Object.values(value)) yield* spans(inner);
}
const splitsPair = (text, at) => at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]) && /[\udc00-\udfff]/.test(text[at]);

test('every span is exact', () => {
  inputs.forEach(({ name, text }, at) => {
    for (const span of spans(reports[at])) {
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, `${name}: ${JSON.stringify(span)}`);
      assert.ok(!splitsPair(text, span.start) && !splitsPair(text, span.end), `${name}: ${JSON.stringify(span)}`);
      if (span.text !== undefined) assert.equal(span.text, text.slice(span.start, span.end), name);
    }
  });
});

test('blocks cover the text, sentences their blocks, in order and without overlap', () => {
  inputs.forEach(({ name, text }, at) => {
    const { blocks, sentences } = reports[at];
    const covers = (list, from, to, what) => {
      let end = from;
      for (const { start, end: next } of [...list, { start: to, end: to }]) {
        assert.ok(start >= end, `${name}: ${what} overlap at ${start}`);
        assert.doesNotMatch(text.slice(end, start), /[A-Za-z0-9“”$]/, `${name}: ${what} leave something out`);
        end = next;
      }
    };
    covers(blocks, 0, text.length, 'blocks');
    blocks.forEach((block, index) => covers(sentences.filter((sentence) => sentence.block === index), block.start, block.end, 'sentences'));
  });
});

test('indices lead somewhere', () => {
  reports.forEach((report, at) => {
    for (const { block } of report.sentences) assert.ok(block < report.blocks.length, inputs[at].name);
    for (const { speaker } of report.quotes) if (speaker?.person !== undefined) assert.ok(speaker.person < report.people.length, inputs[at].name);
    report.people.forEach(({ id }, index) => assert.equal(id, index));
    for (const { sameAs } of report.numbers) if (sameAs !== undefined) assert.ok(sameAs < report.numbers.length, inputs[at].name);
  });
});

test('every report fits the schema', () => {
  const validate = new Ajv({ strict: true, strictRequired: false }).compile(JSON.parse(readFileSync(join(root, 'docs/report.schema.json'))));
  reports.forEach((report, at) => assert.ok(validate(report), `${inputs[at].name}: ${JSON.stringify(validate.errors)}`));
});
