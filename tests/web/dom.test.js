// copydesk/dom on pages of our own that are hard to read, in real browsers.
import assert from 'node:assert/strict';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../tools/demo.mjs';
import { browsers, openPage } from './browser.mjs';
import { root } from './inputs.js';

const expected = {
  inline: 'word, “It cost $5 million,” said Ann Lee.',
  breaks: 'One\nTwo\n\nThree\n\nFour\n\nFive\n\nSix',
  hidden: 'Seen seen again end',
  script: 'Before after',
  white: '  two\n    spaces\n\nkept  as\nit is\n\nline one\nline two',
  list: 'Three things:\n\n• one\n• two\n\n• two and a half',
  table: 'Totals\n\nYear\tSum\n2023\t$5',
  shadow: 'By Ada Winter on June 3, 2024',
  frame: 'In a frame on June 3, 2024.',
  details: 'Head\n\nOpen\n\nShown',
  odd: 'A\u00a0B\u200bC 🚀 “\ud7a3”',
  contents: 'Block span\n\nAnother',
  between: 'He said it cost $7 today.',
};

let site;
before(async () => {
  const folder = join(root, 'build/web-tests');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'tests/web/zoo.html'), join(folder, 'zoo.html'));
  site = await serve(folder);
});
after(() => site.close());

for (const [name, launch] of Object.entries(browsers))
  describe(`dom in ${name}`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch();
      page = await openPage(browser, `${site.url}zoo.html`);
      await page.evaluate(async () => {
        globalThis.dom = await import('/dist/dom.js');
        globalThis.desk = await (await import('/dist/index.js')).load();
      });
    });
    after(() => browser?.close());

    for (const [id, text] of Object.entries(expected))
      test(`reads ${id}`, async () => {
        assert.equal(await page.evaluate((id) => dom.collect(document.getElementById(id)).text, id), text);
      });

    test('every span of the text leads to the same words on the page, and back', async () => {
      const wrong = await page.evaluate(() => {
        const read = dom.collect(document.body);
        const fold = (text) => text.replace(/[\s•]+/g, '');
        const wrong = [];
        for (let start = 0; start < read.text.length; start += 3) {
          const end = Math.min(read.text.length, start + 17);
          const ranges = read.rangesOf({ start, end });
          const said = ranges.map((range) => {
            let text = '';
            const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
            for (let node = walker.currentNode.nodeType === 3 ? walker.currentNode : walker.nextNode(); node; node = walker.nextNode()) {
              if (!range.intersectsNode(node)) continue;
              const from = node === range.startContainer ? range.startOffset : 0;
              const to = node === range.endContainer ? range.endOffset : node.data.length;
              const { parentElement } = node;
              if (parentElement.closest('script, style, template, noscript') || getComputedStyle(parentElement).visibility !== 'visible') continue;
              if (parentElement.closest('.gone, .said, details:not([open]) > :not(summary)') || parentElement.matches('details:not([open])')) continue;
              text += node.data.slice(from, to);
            }
            return text;
          }).join('');
          if (fold(said) !== fold(read.text.slice(start, end))) wrong.push([read.text.slice(start, end), said]);
          for (const range of ranges) {
            const back = read.offsetOf(range.startContainer, range.startOffset);
            if (back < start || back > end) wrong.push(['back', start, back]);
          }
        }
        return wrong;
      });
      assert.deepEqual(wrong, []);
    });

    test('painting changes nothing that an observer sees, and every kind is painted', async () => {
      const seen = await page.evaluate(async () => {
        let changes = 0;
        const observer = new MutationObserver((list) => { changes += list.length; });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const read = await dom.collectInSlices(document.body);
        const report = desk.analyze(read.text);
        const painter = dom.createPainter();
        painter.paint(read, report);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const painted = [...CSS.highlights.keys()].sort();
        const number = report.numbers.find(({ text }) => text === '$7');
        const box = painter.select(number).getBoundingClientRect();
        scrollTo(0, box.top + scrollY - 100);
        const now = read.rangesOf(number)[0].getBoundingClientRect();
        const hit = painter.at(now.left + now.width / 2, now.top + now.height / 2).map(({ record }) => record.text);
        painter.dispose();
        await null;
        return { changes: changes + observer.takeRecords().length, painted, after: CSS.highlights.size, sheets: document.adoptedStyleSheets.length, hit, mode: painter.mode };
      });
      assert.equal(seen.changes, 0);
      assert.ok(seen.painted.includes('copydesk-number'), String(seen.painted));
      assert.equal(seen.hit[0], '$7'); // the narrowest first, before the reported speech around it
      assert.deepEqual([seen.after, seen.sheets, seen.mode], [0, 0, 'highlights']);
    });

    test('the <mark> fallback restores the very same nodes', async () => {
      const seen = await page.evaluate(() => {
        const nodes = () => {
          const list = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
          while (walker.nextNode()) list.push(walker.currentNode);
          return list;
        };
        const before = nodes();
        const html = document.body.innerHTML;
        const read = dom.collect(document.body, { frames: false });
        const painter = dom.createPainter({ marks: true });
        const report = desk.analyze(read.text);
        painter.paint(read, report);
        const marks = document.querySelectorAll('mark').length;
        painter.select(report.numbers[0]);
        painter.paint(read, report);
        painter.dispose();
        const now = nodes();
        return { marks, same: now.length === before.length && now.every((node, i) => node === before[i]), html: html === document.body.innerHTML };
      });
      assert.ok(seen.marks > 3, `${seen.marks} marks`);
      assert.deepEqual([seen.same, seen.html], [true, true]);
    });

    test('nothing is painted where the words have changed', async () => {
      const left = await page.evaluate(() => {
        const paragraph = document.querySelector('#between p');
        const read = dom.collect(paragraph);
        const span = { start: read.text.indexOf('$7'), end: read.text.indexOf('$7') + 2 };
        const before = read.rangesOf(span).length;
        const kept = paragraph.innerHTML;
        paragraph.lastChild.data = 'it costs $9 today.';
        const changed = read.rangesOf(span).length;
        paragraph.innerHTML = kept;
        const replaced = read.rangesOf(span).length;
        return [before, changed, replaced];
      });
      assert.deepEqual(left, [1, 0, 0]);
    });

    test('a page that changes while it is read is read as it is in the end', async () => {
      const seen = await page.evaluate(async () => {
        const app = document.createElement('div');
        for (let i = 0; i < 4000; i++) app.append(Object.assign(document.createElement('p'), { textContent: `Paragraph ${i} costs $${i}.` }));
        document.body.append(app);
        let changes = 0;
        // Changes the front and the back between two slices, for a while.
        const timer = setInterval(() => {
          if (++changes > 3) return clearInterval(timer);
          app.firstChild.textContent = `First, for the ${changes}th time, $${changes}.`;
          app.lastChild.textContent = `Last, for the ${changes}th time, $${changes}.`;
        }, 4);
        const read = await dom.collectInSlices(app, { slice: 1 });
        clearInterval(timer);
        const spans = [...read.text.matchAll(/\$\d+/g)].map(({ 0: text, index }) => ({ start: index, end: index + text.length, text }));
        const wrong = spans.flatMap((span) => read.rangesOf(span).filter((range) => String(range) !== span.text).map(String));
        const result = { whole: read.text === dom.collect(app).text, spans: spans.length, wrong };
        app.remove();
        return result;
      });
      assert.deepEqual(seen, { whole: true, spans: 4000, wrong: [] });
    });

    test('a page that never rests is read all the same, and nothing is painted in a wrong place', async () => {
      const wrong = await page.evaluate(async () => {
        const app = document.createElement('div');
        for (let i = 0; i < 2000; i++) app.append(Object.assign(document.createElement('p'), { textContent: `Paragraph ${i} costs $${i}.` }));
        document.body.append(app);
        let round = 0;
        const timer = setInterval(() => {
          const paragraph = app.children[round++ % 2000];
          paragraph.textContent = `Now it is $${round}, and no longer what it was.`;
        }, 1);
        const read = await dom.collectInSlices(app, { slice: 1 });
        await new Promise((resolve) => setTimeout(resolve, 50));
        const painter = dom.createPainter();
        const numbers = [...read.text.matchAll(/\$\d+/g)].map(({ 0: text, index }) => ({ start: index, end: index + text.length, text }));
        painter.paint(read, { quotes: [], dates: [], numbers, findings: [] });
        const painted = [...CSS.highlights.get('copydesk-number')].map(String);
        clearInterval(timer);
        painter.dispose();
        app.remove();
        const wanted = new Set(numbers.map(({ text }) => text));
        return { some: painted.length > 0, wrong: painted.filter((text) => !wanted.has(text)) };
      });
      assert.deepEqual(wrong, { some: true, wrong: [] });
    });

    test('what was painted and is gone from the page is neither found nor selected', async () => {
      const seen = await page.evaluate(async () => {
        const app = document.createElement('div');
        app.innerHTML = '<p>It cost <b>$21</b> today.</p><iframe srcdoc="<p>It cost $22 in a frame.</p>"></iframe>';
        document.body.append(app);
        const frame = app.querySelector('iframe');
        await new Promise((resolve) => { frame.onload = resolve; });
        const read = dom.collect(app);
        const report = desk.analyze(read.text);
        const painter = dom.createPainter();
        painter.paint(read, report);
        const [inPage, inFrame] = ['$21', '$22'].map((text) => report.numbers.find((number) => number.text === text));
        scrollTo(0, read.rangesOf(inPage)[0].getBoundingClientRect().top + scrollY - 100);
        const box = read.rangesOf(inPage)[0].getBoundingClientRect();
        const point = [box.left + box.width / 2, box.top + box.height / 2];
        const before = [painter.at(...point)[0]?.record.text, painter.select(inFrame) !== null];
        frame.remove();
        app.querySelector('b').remove();
        const after = [painter.at(...point).length, painter.select(inPage), painter.select(inFrame)];
        painter.paint(read, report); // a frame that has gone has no style sheets and no highlights
        const left = [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map(String)).filter((text) => /2[12]/.test(text));
        painter.dispose();
        app.remove();
        return { before, after, left };
      });
      assert.deepEqual(seen, { before: ['$21', true], after: [0, null, null], left: [] });
    });

    test('a text that changed between analysis and painting is painted where it still stands alone', async () => {
      const painted = await page.evaluate(() => {
        const app = document.createElement('div');
        app.innerHTML = '<p>It cost $31 then.</p><p>It cost $32 then.</p>';
        document.body.append(app);
        const read = dom.collect(app);
        const report = desk.analyze(read.text);
        app.firstChild.firstChild.insertData(0, 'Now: ');
        const painter = dom.createPainter();
        painter.paint(read, report);
        const painted = [...CSS.highlights.get('copydesk-number')].map(String);
        painter.dispose();
        app.remove();
        return painted;
      });
      assert.deepEqual(painted, ['$32']);
    });

    test('reported speech has a layer of its own', async () => {
      const seen = await page.evaluate(() => {
        const app = document.createElement('div');
        app.innerHTML = '<p>“We will open,” said Ada Winter. The mayor said that the bridge was late.</p>';
        document.body.append(app);
        const read = dom.collect(app);
        const painter = dom.createPainter();
        painter.paint(read, desk.analyze(read.text));
        const of = (name) => [...(CSS.highlights.get(`copydesk-${name}`) ?? [])].map(String);
        const result = [of('quote'), of('reported')];
        painter.dispose();
        app.remove();
        return result;
      });
      assert.equal(seen[0].length, 1);
      assert.match(seen[0][0], /We will open/);
      assert.match(seen[1].join(), /bridge was late/);
    });

    test('what the page says about itself', async () => {
      const seen = await page.evaluate(() => {
        const of = (head, body = '') => {
          const { jsonld, ...said } = dom.metadata(new DOMParser().parseFromString(`<head><title>T</title>${head}</head><body>${body}</body>`, 'text/html'));
          const { value, source } = desk.analyze('It rained on Friday.', { jsonld }).reference;
          return [said.published, said.publishedFrom, value, source].map((item) => item ?? null);
        };
        const script = (data) => `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</${'script'}>`;
        const meta = '<meta property="article:published_time" content="2024-06-02T09:00:00+0200">';
        return {
          graph: of(script({ '@graph': [{ '@type': 'WebSite', datePublished: '2001-01-01' }, { '@type': ['NewsArticle'], datePublished: '2024-06-01' }] }) + meta),
          broken: of(script('{"@type": "NewsArticle", "datePublished": "2024-06-01",}') + meta),
          second: of(script({ '@type': 'Organization', name: 'O' }) + script({ '@type': 'NewsArticle', datePublished: '2024-06-01' })),
          meta: of(script({ '@type': 'Organization', name: 'O' }) + meta),
          name: of('<meta name="DC.date.issued" content="2024-06-03">'),
          nonsense: of('<meta name="date" content="yesterday">'),
          time: of('', '<aside><time datetime="1999-01-01">x</time></aside><article><time datetime="2024-06-04T10:00Z">y</time></article>'),
          none: of(''),
        };
      });
      assert.deepEqual(seen, {
        graph: ['2024-06-01', 'json-ld', '2024-06-01', 'json-ld'],
        broken: ['2024-06-01', 'json-ld', '2024-06-01', 'json-ld'],
        second: ['2024-06-01', 'json-ld', '2024-06-01', 'json-ld'],
        meta: ['2024-06-02T09:00:00+02:00', 'meta', '2024-06-02T09:00:00+02:00', 'json-ld'],
        name: ['2024-06-03', 'meta', '2024-06-03', 'json-ld'],
        nonsense: [null, null, null, null],
        time: ['2024-06-04T10:00Z', 'time', '2024-06-04T10:00:00Z', 'json-ld'],
        none: [null, null, null, null],
      });
    });

    test('follows a page that renders itself anew', async () => {
      const texts = await page.evaluate(async () => {
        const app = document.createElement('div');
        document.body.append(app);
        const render = (price) => { app.innerHTML = `<p>It cost <b>$${price}</b> on June 3, 2024.</p>`; };
        render(11);
        const painter = dom.createPainter();
        const seen = [];
        const watch = dom.follow(app, { analyze: (text) => desk.analyze(text), painter, debounce: 20, onReport: (report) => seen.push(report.numbers.map(({ text }) => text).join()) });
        await watch.ready;
        for (const price of [12, 13]) {
          render(price);
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        watch.stop();
        render(14);
        await new Promise((resolve) => setTimeout(resolve, 100));
        painter.dispose();
        app.remove();
        return seen;
      });
      assert.deepEqual(texts, ['$11', '$12', '$13']);
    });

    test('follows a page that puts another element in place of the one that was read', async () => {
      const seen = await page.evaluate(async () => {
        const app = document.createElement('div');
        document.body.append(app);
        const route = (price) => { app.innerHTML = `<article class="route"><p>It cost $${price}.</p></article>`; };
        route(41);
        const painter = dom.createPainter();
        const painted = [];
        const watch = dom.follow(() => app.querySelector('.route'), { analyze: (text) => desk.analyze(text), painter, debounce: 20, onReport: () => painted.push([...CSS.highlights.get('copydesk-number')].map(String).join()) });
        await watch.ready;
        route(42);
        await new Promise((resolve) => setTimeout(resolve, 200));
        watch.stop();
        painter.dispose();
        app.remove();
        return painted;
      });
      assert.deepEqual(seen, ['$41', '$42']);
    });

    test('reads three thousand nested elements', async () => {
      const length = await page.evaluate(() => {
        const top = document.createElement('div');
        let at = top;
        for (let i = 0; i < 3000; i++) at = at.appendChild(document.createElement('div'));
        at.textContent = 'deep';
        document.body.append(top);
        const { text } = dom.collect(top);
        top.remove();
        return text;
      });
      assert.equal(length, 'deep');
    });

    test('raised no error', () => assert.deepEqual(page.errors, []));
  });
