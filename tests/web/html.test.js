// Saved pages in Node: the article without its surroundings, and the day its metadata give.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readHTML } from '../../dist/html.js';
import { load } from '../../dist/node.js';

const paragraph = (i) => `<p>Paragraph ${i} of the story, long enough to be taken for one: the ferry, the harbour, the fares, and what the council of Lisandra will do about all of it.</p>`;
const page = `<!doctype html><html><head><title>Fares rise | The Lisandra Post</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-06-03T08:00:00Z", }</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>Fares rise</h1>
<p>“It <b>cost</b> $5 million,”&nbsp;said <a href="#">Ada Winter</a> on Monday, as the council of Lisandra met, argued, and went home again, late.</p>
${Array.from({ length: 8 }, (_, i) => paragraph(i)).join('\n')}</article></main><footer>All rights reserved</footer></body></html>`;

test('the article, its title and its day', async () => {
  const { text, title, reference, jsonld } = await readHTML(page);
  assert.match(text, /^Fares rise/);
  assert.match(text, /“It cost \$5 million,”\ssaid Ada Winter on Monday/);
  assert.doesNotMatch(text, /Sport|All rights/);
  assert.match(title, /^Fares rise/);
  assert.deepEqual([reference, jsonld.length], ['2024-06-03T08:00:00Z', 1]);
  const report = (await load()).analyze(text, { jsonld });
  assert.deepEqual(report.reference, { value: '2024-06-03T08:00:00Z', source: 'json-ld' });
  assert.equal(report.numbers.find(({ kind }) => kind === 'money').value, '5000000');
});

test('authors and changes that <meta> and links give, and a headline that JSON-LD cut short', async () => {
  const head = `<meta property="og:site_name" content="The Lisandra Post"><meta name="author" content="The Lisandra Post"><meta property="article:published_time" content="2024-06-03T08:00:00Z">
    <meta property="article:modified_time" content="2024-06-04T09:30:00+0200"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fares of the harbour ferry rise ag..."}</script>`;
  const { text, jsonld } = await readHTML(`<!doctype html><html><head>${head}</head><body><article><h1>Fares of the harbour ferry rise again in June</h1>
    <div class="by">By <a rel="author" href="/ada">Ada Winter</a> and <a rel="author" href="/bo">Bo Day</a></div>${Array.from({ length: 8 }, (_, i) => paragraph(i)).join('\n')}</article>
    <aside><a rel="author" href="/x">Cy Other</a></aside></body></html>`);
  assert.deepEqual(jsonld[1], { '@type': 'WebPage', datePublished: '2024-06-03T08:00:00Z', dateModified: '2024-06-04T09:30:00+02:00', author: ['Ada Winter', 'Bo Day'] });
  const { headline, authors, updated } = (await load()).analyze(text, { jsonld }).article;
  assert.equal(headline.text, 'Fares of the harbour ferry rise again in June');
  assert.deepEqual(authors.map(({ value, source }) => [value, source]), [['Ada Winter', 'json-ld'], ['Bo Day', 'json-ld']]);
  assert.equal(updated.value, '2024-06-04T09:30:00+02:00');
});

test('offsets lead back to the nodes of the page', async () => {
  for (const html of [page, page.replace('<h1>Fares rise</h1>', '')]) {
    const { text, map } = await readHTML(html);
    assert.match(text, /^Fares rise/);
    const [said] = (await load()).analyze(text).quotes;
    const pieces = [...map.pieces(said)].map(({ node, from, to }) => [node.parentNode.localName, node.data.slice(from, to)]);
    assert.deepEqual(pieces.slice(0, 3), [['p', '“It '], ['b', 'cost'], ['p', ' $5 million,”']]);
    assert.equal(map.text, text);
    assert.deepEqual([...map.pieces({ start: 0, end: 10 })].map(({ node, from, to }) => node.data.slice(from, to)), ['Fares rise']);
  }
});

test('without its peers, one sentence says what to install', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
  try {
    await cp(new URL('../../dist', import.meta.url), folder, { recursive: true });
    const { readHTML: alone } = await import(pathToFileURL(join(folder, 'html.js')));
    await assert.rejects(alone(page), { name: 'CopydeskError', code: 'load-failed', message: /npm install @mozilla\/readability linkedom$/ });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a page without an article is read whole', async () => {
  assert.equal((await readHTML('<p>One<br>two</p><ul><li>three</li></ul>', { readability: false })).text, 'One\ntwo\n\n• three');
});

test('a page whose frame is broken', async () => {
  const broken = `<html>\n<title>Fares rise</title>\n</head>\n<body class=page id=a id=b>\n<h1>Fares <i>rise</h1></i>\n${paragraph(1)}\n<head><link rel=stylesheet href=x.css></head>\n${paragraph(2)}\n</html>\n</html>`;
  const { text, title } = await readHTML(broken);
  assert.match(text, /Paragraph 1 of[^]*Paragraph 2 of/);
  assert.equal(title, 'Fares rise');
});
