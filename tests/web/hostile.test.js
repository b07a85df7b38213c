// What strangers write into pages, links and files, against the JavaScript: work that grew with the square would take minutes here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { load } from '../../dist/node.js';
import { attribution, convertNumber, formatNumber, whoSaidWhat } from '../../web/helpers.js';
import { textFragment } from '../../web/anchor.js';
import { metadata } from '../../web/metadata.js';
import { fromHash, toHash } from '../../web/demo/state.js';
import { root } from './inputs.js';

const seconds = 20;

/** Does `work` end in good time? */
async function inTime(work) {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  assert.ok(took < seconds * 1000, `${(took / 1000).toFixed(1)} s`);
  return result;
}

test('a hundred thousand <meta> of one name', async () => {
  const { document } = parseHTML(`<!doctype html><html><head>${'<meta name="author" content="Ada Winter">'.repeat(100_000)}</head><body></body></html>`);
  assert.deepEqual((await inTime(() => metadata(document))).jsonld, [{ '@type': 'WebPage', author: ['Ada Winter'] }]);
});

test('a script of JSON-LD that never ends its dates', async () => {
  const { document } = parseHTML(`<!doctype html><html><head><script type="application/ld+json">${'"datePublished" : '.repeat(60_000)}${' '.repeat(300_000)}</script></head><body></body></html>`);
  assert.equal((await inTime(() => metadata(document))).published, undefined);
});

test('saved pages: a broken frame over and over, a title that is mostly space', async () => {
  const { readHTML } = await import('../../web/html.js');
  const article = `<p>${'“It cost $5 million,” said Ada Winter on Monday, and so it did. '.repeat(10)}</p>`;
  for (const frame of ['<!doctype', '<body ', '<html '])
    assert.match((await inTime(() => readHTML(`<html></html>${frame.repeat(50_000)}>${article}`))).text, /Ada Winter/, frame);
  const { title } = await inTime(() => readHTML(`<html><head><title>Ferry fares to rise in the${' '.repeat(200_000)}harbour</title></head><body>${article}</body></html>`));
  assert.match(title, /^Ferry fares.*harbour$/);
});

test('figures, names and quotes of a hundred thousand characters', async () => {
  const desk = await load();
  const long = 100_000;
  for (const text of [`It is 1${'0'.repeat(long)}1 miles long.`, `It is 0.${'0'.repeat(long)}1 miles long.`, `“${'a '.repeat(long / 2)}” said Ada Winter.`, `“${'a'.repeat(long)}” said Ada Winter.`, `“A${' '.repeat(long)}b,” said Ada Winter.`])
    await inTime(() => {
      const report = desk.analyze(text);
      for (const number of report.numbers) formatNumber(convertNumber(number, { locale: 'de' }) ?? number, { locale: 'de' });
      whoSaidWhat(report, text);
      for (const quote of report.quotes) attribution(quote, report, text, { address: 'https://example.org/' });
      textFragment(text, { start: 10, end: 20 });
    });
});

test('a link that says a gigabyte is refused, one that says a page is not', async () => {
  const hash = (bytes) => `#text=${deflateRawSync(bytes, { level: 9 }).toString('base64url')}`;
  assert.equal(await inTime(() => fromHash(hash(Buffer.alloc(300_000_000, 'a')))), null);
  const text = await readFile(join(root, 'README.md'), 'utf8');
  assert.equal((await fromHash(hash(Buffer.from(text)))).text, text);
  assert.equal((await fromHash(await toHash({ text }))).text, text);
  assert.equal(await fromHash('#text=%%%'), null);
});
