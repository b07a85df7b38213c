// The demo page as a person meets it: read, clicked, typed at, and never telling anybody.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { demo, serve } from '../../tools/demo.mjs';
import { browsers, openPage } from './browser.mjs';
import { root } from './inputs.js';

let site;
before(async () => {
  await demo();
  site = await serve(join(root, 'build/demo'));
});
after(() => site.close());

describe('demo in chromium', () => {
  let browser;
  before(async () => { browser = await browsers.chromium(); });
  after(() => browser?.close());

  async function open(options = {}, hash = '') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await openPage(context, `${site.url}demo/${hash}`);
    await page.waitForSelector('html[data-ready]');
    return page;
  }

  test('asks for nothing once it has loaded, whatever one does', async () => {
    const page = await open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#articles').selectOption({ index: 3 });
    for (const tab of ['dates', 'figures', 'questions', 'people']) await page.click(`#tab-${tab}`);
    await page.locator('#panel-people .jump').first().click();
    await page.click('#open-paste');
    await page.fill('#paste-text', 'LISANDRA, June 3, 2024 — “We will open on Monday,” Mayor Ada Winter said. It cost $5 million.');
    await page.click('#paste-read');
    await page.waitForFunction(() => document.querySelector('#panel-people').textContent.includes('Ada Winter'));
    assert.match(await page.textContent('#panel-figures'), /5,000,000/);
    const refused = await page.evaluate(() => fetch('/').then(() => 'sent', () => 'refused'));
    assert.equal(refused, 'refused');
    assert.deepEqual(asked, []);
    assert.equal(await page.textContent('#requests'), '0');
    assert.deepEqual(page.errors.filter((error) => !/Content Security Policy/.test(error)), []);
  });

  test('works in flight mode after one visit', async () => {
    const page = await open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.ok(Number(await page.textContent('#count-number')) > 5);
  });

  test('a click on a mark explains it, Escape closes, arrow keys walk', async () => {
    const page = await open();
    await page.locator('#galley').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await page.textContent('#card .why'), /^Why: \w+\./);
    assert.notEqual(await page.textContent('#status'), '');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#card').isVisible(), false);
    const box = await page.evaluate(() => {
      const [range] = CSS.highlights.get('copydesk-number');
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2, text: String(range) };
    });
    await page.mouse.click(box.x, box.y);
    assert.equal(await page.textContent('#card .written'), box.text);
    assert.deepEqual(page.errors, []);
  });

  test('a link carries the article', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => document.querySelector('#paste-text').value = 'Ada Winter paid €7 for “naïve” art.');
    await page.click('#open-paste');
    await page.click('#paste-read');
    await page.click('#share');
    await page.waitForFunction(() => location.hash.startsWith('#text='));
    const other = await open({}, await page.evaluate(() => location.hash));
    assert.equal(await other.textContent('#galley'), 'Ada Winter paid €7 for “naïve” art.');
  });

  test('opens files, and says what is wrong with them', async () => {
    const page = await open();
    const give = (name, mimeType, content) => page.setInputFiles('#file', { name, mimeType, buffer: Buffer.from(content) });
    await give('page.html', 'text/html', '<nav>Menu</nav><article><h1>Fares rise</h1><p>It costs <b>$5</b> now.</p></article>');
    await page.waitForFunction(() => document.querySelector('#galley').textContent === 'Fares riseIt costs $5 now.');
    await give('a.json', 'application/json', '{"text": "It costs $6.", "reference": "2024-06-03"}');
    await page.waitForFunction(() => document.querySelector('#reference').value === '2024-06-03');
    await give('b.json', 'application/json', '{"text"');
    await page.waitForFunction(() => document.querySelector('#status').textContent.startsWith('b.json: '));
  });

  test('a mouse that rests on a mark sees its card, and leaves without a trace', async () => {
    const page = await open();
    const box = await page.evaluate(() => {
      const range = [...CSS.highlights.get('copydesk-date')].find((each) => String(each) === 'Wednesday');
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(box.x, box.y);
    await page.waitForSelector('#card:popover-open');
    assert.match(await page.textContent('#card'), /Wednesday, 7 June 2023|Wednesday, June 7, 2023/);
    assert.match(await page.textContent('#card'), /counted from2023-06-08.*Why: dates\.\S+\. \S+/s);
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => !document.querySelector('#card').matches(':popover-open'));
    await page.mouse.click(box.x, box.y);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#card').isVisible(), true);
  });

  test('a timeline with uncertain dates as bars; figures in the reader’s own units and writing', async () => {
    const page = await open({ locale: 'de-DE' });
    assert.ok((await page.locator('.timeline .bar').count()) >= 2);
    assert.ok((await page.locator('.timeline .mark').count()) >= 5);
    const metric = await page.textContent('#panel-figures');
    assert.match(metric, /90\.000/);
    assert.match(metric, /412 Millimeter/);
    const american = await open({ locale: 'en-US' });
    assert.match(await american.textContent('#panel-figures'), /that is 16\.2 inches/);
  });

  test('exports: JSON, CSV, JSON-LD, Web Annotation, Markdown', async () => {
    const page = await open();
    const saved = {};
    for (const kind of ['json', 'csv', 'jsonld', 'annotation', 'markdown']) {
      await page.click('#open-export');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${kind}"]`)]);
      saved[kind] = await readFile(await download.path(), 'utf8');
    }
    const report = JSON.parse(saved.json);
    assert.equal(report.version, 1);
    assert.equal(saved.csv.trimEnd().split('\r\n').length, 1 + report.quotes.length + report.dates.length + report.numbers.length);
    assert.equal(JSON.parse(saved.jsonld)['@type'], 'NewsArticle');
    assert.equal(JSON.parse(saved.annotation).total, report.quotes.length + report.dates.length + report.numbers.length);
    assert.match(saved.markdown, /^# At least 14 dead[\s\S]*## Who said what/);
  });

  test('can be installed', async () => {
    const page = await open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const client = await page.context().newCDPSession(page);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // Playwright's windows are private ones, where nothing can be installed.
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  });

  for (const [name, options] of Object.entries({ light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' }, 'forced colours, reduced motion': { forcedColors: 'active', reducedMotion: 'reduce' } }))
    test(`axe finds nothing: ${name}`, async () => {
      const page = await open({ ...options, bypassCSP: true });
      await page.locator('#panel-people .jump').first().click();
      await page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
      for (const tab of ['people', 'dates', 'figures', 'questions']) {
        await page.click(`#tab-${tab}`, { force: true });
        const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary.slice(0, 250)}`)]), []);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
    });
});

describe('demo in firefox', () => {
  let browser;
  before(async () => { browser = await browsers.firefox(); });
  after(() => browser?.close());

  async function open() {
    const page = await openPage(browser, `${site.url}demo/`);
    await page.waitForSelector('html[data-ready]');
    return page;
  }
  const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

  test('reads, marks and lists', async () => {
    const page = await open();
    const seen = await page.evaluate(() => ({ marks: CSS.highlights.get('copydesk-number').size, rows: document.querySelectorAll('#panel-figures .jump').length }));
    assert.ok(seen.marks > 5 && seen.rows > 5, JSON.stringify(seen));
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('reads what is pasted, and asks for nothing', async () => {
    const page = await open();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.click('#open-paste');
    await page.$eval('#paste-text', (area) => { area.value = 'LISANDRA, June 3, 2024 — “We will open on Monday,” Mayor Ada Winter said. It cost $5 million.'; });
    await page.click('#paste-read');
    await page.waitForFunction(() => document.querySelector('#panel-people').textContent.includes('Ada Winter'));
    assert.match(await text(page, '#panel-figures'), /5,000,000/);
    assert.equal(await page.evaluate(() => fetch('/').then(() => 'sent', () => 'refused')), 'refused');
    assert.deepEqual(asked, []);
    await page.close();
  });

  test('arrow keys walk the marks, Escape closes their card', async () => {
    const page = await open();
    await page.focus('#galley');
    await page.keyboard.press('ArrowRight');
    assert.match(await text(page, '#card .why'), /^Why: \w+\./);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.querySelector('#card').matches(':popover-open')), false);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('axe finds nothing, and a phone does not scroll sideways', async () => {
    const page = await open();
    await page.setViewport({ width: 360, height: 740 });
    await page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    for (const tab of ['people', 'dates', 'figures', 'questions']) {
      await page.$eval(`#tab-${tab}`, (element) => element.click());
      const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id)));
      assert.deepEqual(found, [], tab);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
    await page.close();
  });
});
