// Options that reach the engine as JSON: the page's JSON-LD and the caller's patterns.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopydeskError, load } from '../../dist/node.js';
import { load as loadCore } from '../../dist/core-node.js';

const desk = await load();
const refused = (options, code, message) => assert.throws(() => desk.analyze('x', options), (error) => error instanceof CopydeskError && error.code === code && message.test(error.message));

test('JSON-LD, as text or parsed, dates the article', () => {
  const jsonld = { '@type': 'NewsArticle', headline: 'H', author: 'Ann Lee', datePublished: '2024-06-12' };
  for (const given of [jsonld, [jsonld], JSON.stringify(jsonld), ['{"@type":"WebSite"}', JSON.stringify(jsonld)]]) {
    const { reference, article } = desk.analyze('It rained on Friday.', { jsonld: given });
    assert.deepEqual(reference, { value: '2024-06-12', source: 'json-ld' });
    assert.deepEqual(article.authors, [{ value: 'Ann Lee', source: 'json-ld' }]);
  }
  assert.equal(desk.analyze('x', { jsonld, reference: '2020-01-01' }).reference.source, 'option');
});

test('broken JSON-LD is mended, and the findings say so', () => {
  const { article, findings } = desk.analyze('x', { jsonld: '{"@type":"NewsArticle","headline":"H",}' });
  assert.equal(article.headline.value, 'H');
  assert.deepEqual(findings.map(({ code }) => code), ['json-ld-repaired']);
  assert.deepEqual(desk.analyze('x', { jsonld: 'nothing' }).findings.map(({ code }) => code), ['json-ld-unreadable']);
});

test('patterns give matches with their groups', () => {
  const text = '“🦊” costs €3, then €14.';
  const { matches } = desk.analyze(text, { patterns: [{ id: 'euro', pattern: '€(?P<amount>[0-9]+)' }] });
  assert.deepEqual(matches.map((m) => [m.id, text.slice(m.start, m.end), m.groups[0].name, m.groups[0].text]), [['euro', '€3', 'amount', '3'], ['euro', '€14', 'amount', '14']]);
});

test('wrong options have a code and a reason', () => {
  refused({ patterns: [{ id: 'x', pattern: 'a(' }] }, 'invalid-pattern', /"x" is not valid/);
  refused({ patterns: [{ id: 'x', pattern: 'a', within: ['page'] }] }, 'invalid-pattern', /"page", which is no kind of block/);
  refused({ patterns: 'a' }, 'invalid-option', /"patterns" must be a list/);
  refused({ reference: 'soon' }, 'invalid-option', /"soon" is no reference date/);
  refused({ timeZone: 'Mars/Base' }, 'invalid-option', /no time zone/);
});

test('options that are no data are refused', () => {
  const round = {};
  round.round = round;
  refused({ jsonld: round }, 'invalid-option', /JSON can carry/);
  refused({ jsonld: { a: 1n } }, 'invalid-option', /JSON can carry/);
  refused({ patterns: [{ id: 'x', pattern: /x/ }] }, 'invalid-option', /must be a string/);
  refused({ patterns: [{ id: 'x', pattern: '\\C' }] }, 'invalid-pattern', /half a character/);
});

test('a module that is not ours is refused', async () => {
  const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  for (const module of [empty, 'x']) await assert.rejects(load({ module }), { name: 'CopydeskError', code: 'load-failed' });
});

test('texts over the limit are refused before and after they are UTF-8', () => {
  for (const text of ['xxxx', 'éé']) assert.throws(() => desk.analyze(text, { maxBytes: 3 }), { code: 'too-large', offset: 3 });
  assert.equal(desk.analyze('xxx', { maxBytes: 3 }).blocks.length, 1);
  refused({ maxBytes: -1 }, 'invalid-option', /maxBytes/);
  refused({ maxBytes: '3' }, 'invalid-option', /maxBytes/);
});

test('the core engine says that it has neither', async () => {
  const core = await loadCore();
  assert.throws(() => core.analyze('x', { patterns: [] }), (error) => error.code === 'invalid-option' && /full engine/.test(error.message));
});
