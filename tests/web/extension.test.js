// The extension in Chromium: on pages with strict policies, on one that renders itself anew, and gone without a trace.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { extension } from '../../tools/extension.mjs';
import { launchWithExtension } from './chromium-extension.mjs';
import { readInFirefox } from './firefox-extension.mjs';
import { root } from './inputs.js';

const article = `<article><h1>Ferry fares to rise</h1>
<p>LISANDRA, June 3, 2024 — “We waited too long,” said Ada Winter on Monday. The fare rises by 12 percent to $5.</p></article>`;
const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Ferry fares</title><meta property="og:site_name" content="The Lisandra Post"><meta property="article:published_time" content="2024-06-03T08:00:00Z"></head><body>${body}</body></html>`;
const long = `<article><h1>Minutes of the council</h1>${Array.from({ length: 6000 }, (_, i) => `<p>“We have read item ${i},” said Ada Winter on June 3, 2024. It costs $${i} million, and the vote is on Friday; nobody in the room, she said, had any doubt of that or of anything else.</p>`).join('\n')}</article>`;
const policies = { '/long': '',  '/strict': "script-src 'self'", '/none': "default-src 'none'; img-src data:", '/app': '' };

function pages() {
  const server = createServer(({ url }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    if (!(path in policies)) return response.writeHead(404).end();
    const app = "<script>globalThis.render = (fare) => { document.querySelector('p').innerHTML = `The fare rises to <b>$${fare}</b>.`; }; globalThis.route = (fare) => { const next = document.createElement('article'); next.innerHTML = `<p>Another story: $${fare}.</p>`; document.querySelector('article').replaceWith(next); };</script>";
    response.writeHead(200, { 'content-type': 'text/html', ...(policies[path] && { 'content-security-policy': policies[path] }) });
    response.end(page((path === '/long' ? long : article) + (path === '/app' ? app : '')));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ url: `http://localhost:${server.address().port}`, close: () => server.close() })));
}

describe('extension in chromium', () => {
  let site;
  let context;
  let browser;
  before(async () => {
    site = await pages();
    browser = await launchWithExtension();
    context = browser.context;
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  const read = (path) => browser.read(site.url + path);
  // The page's own world does not see the content script's; the registry of highlights is the document's.
  const painted = (tab) => tab.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name}: ${range}`)));

  /** Asks again until the page says so: what Playwright has for that needs eval, or a page in front. */
  async function until(tab, condition, argument) {
    for (let i = 0; i < 100; i++) {
      if (await tab.evaluate(condition, argument)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`never: ${condition}`);
  }

  for (const path of ['/strict', '/none'])
    test(`reads and paints under ${policies[path]}`, async () => {
      const { tab, popup } = await read(path);
      assert.match(await popup.textContent('#message'), /figures/);
      assert.match(await popup.textContent('#said'), /Ada Winter/);
      assert.match(await popup.textContent('#figures'), /12 percent/);
      assert.ok((await painted(tab)).some((each) => each.startsWith('copydesk-date: Monday')), String(await painted(tab)));
      assert.equal(await tab.evaluate(() => document.querySelectorAll('mark, [class*="copydesk"], style').length), 0);
      assert.deepEqual(tab.errors, []);
      await popup.locator('#figures .go').first().click();
      assert.ok((await painted(tab)).some((each) => each.startsWith('copydesk-current')));
    });

  test('follows a page that renders itself anew, and goes without a trace', async () => {
    const { tab, popup } = await read('/app');
    await tab.evaluate(() => globalThis.render(7));
    await until(tab, () => [...CSS.highlights].some(([, ranges]) => [...ranges].some((range) => String(range).includes('$7'))));
    await tab.evaluate(() => globalThis.route(8)); // the article is another element now
    await until(tab, () => [...CSS.highlights].some(([, ranges]) => [...ranges].some((range) => String(range).includes('$8'))));
    await popup.locator('#stop').click().catch(() => {});
    await until(tab, () => CSS.highlights.size === 0);
    assert.equal(await tab.evaluate(() => document.adoptedStyleSheets.length), 0);
  });

  test('a page of 1 MB: marked, listed, and never long without an answer', async () => {
    assert.ok(long.length > 1_000_000);
    const start = performance.now();
    const { tab, popup } = await read('/long');
    const time = performance.now() - start;
    assert.match(await popup.textContent('#message'), /6000 quotes|[1-9]\d{3,} quotes/);
    assert.ok((await painted(tab)).length > 12_000);
    assert.ok(time < 20_000, `${time} ms`);
    assert.deepEqual(tab.errors, []);
  });

  test('from the list to the text and from the text to the list, by keys and by clicks', async () => {
    const { tab, popup } = await read('/strict');
    await popup.bringToFront();
    const focused = () => popup.evaluate(() => `${document.activeElement.id || document.activeElement.dataset.kind} ${document.activeElement.dataset.index ?? ''}`.trim());
    const walked = [];
    for (let i = 0; i < 3; i++) {
      await popup.keyboard.press('Tab');
      walked.push(await focused());
    }
    assert.deepEqual(walked, ['options', 'stop', 'quote 0']);
    for (let i = 0; i < 20 && !(await focused()).startsWith('number'); i++) await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await until(tab, () => String([...(CSS.highlights.get('copydesk-current') ?? [])][0] ?? '').includes('12 percent'));
    await tab.bringToFront();
    const box = await tab.evaluate(() => {
      const [range] = CSS.highlights.get('copydesk-date');
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2, text: String(range) };
    });
    await tab.mouse.click(box.x, box.y);
    await until(popup, (text) => document.querySelector('.go[aria-current="true"] .said')?.textContent === text, box.text);
  });

  test('copies a quote with who said it, where, when, and a link to the words', async () => {
    const { tab, popup } = await read('/strict');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await popup.bringToFront();
    await popup.locator('#said .copy').first().click();
    await until(popup, () => document.querySelector('#message').textContent.startsWith('Copied'));
    const [words, source, link] = (await popup.evaluate(() => navigator.clipboard.readText())).split('\n');
    assert.equal(words, '“We waited too long”');
    assert.equal(source, '— Ada Winter. The Lisandra Post, “Ferry fares to rise”, 2024-06-03');
    assert.equal(link, `${site.url}/strict#:~:text=We%20waited%20too%20long%2C`);
  });

  test('options: kinds, colours and high contrast, taken up at once by pages that are marked', async () => {
    const { tab, popup } = await read('/strict');
    const options = await context.newPage();
    await options.goto(`${browser.own}options.html`);
    await until(options, () => CSS.highlights.has('copydesk-date'));
    await options.uncheck('[name="kinds"][value="number"]');
    await until(tab, () => CSS.highlights.has('copydesk-date') && !CSS.highlights.has('copydesk-number'));
    assert.equal(await options.evaluate(() => CSS.highlights.has('copydesk-number')), false);
    await options.check('[name="contrast"]');
    const style = () => tab.evaluate(() => [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText).find((text) => text.includes('copydesk-quote')) ?? '');
    for (let i = 0; i < 50 && !/255, 255, 0|#ffff00/.test(await style()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.match(await style(), /255, 255, 0|#ffff00/);
    await options.locator('[name="quote"]').fill('#aaddff');
    await options.click('button[type="reset"]');
    await until(tab, () => CSS.highlights.has('copydesk-number'));
    assert.equal(await options.inputValue('[name="quote"]'), '#ffe98f');
    for (const page of [options, popup]) {
      await page.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 150), nodes[0].failureSummary]), []);
    }
  });

  test('asks for no more than it needs, and the zip is the same each time', async () => {
    const archive = join(root, 'build/copydesk-extension.zip');
    const one = readFileSync(archive);
    await extension();
    assert.ok(one.equals(readFileSync(archive)));
    const { permissions, host_permissions: hosts } = JSON.parse(readFileSync(join(root, 'build/extension/manifest.json'), 'utf8'));
    assert.deepEqual([permissions, hosts], [['activeTab', 'scripting', 'storage'], undefined]);
    assert.equal(spawnSync('python3', ['-m', 'zipfile', '-t', archive], { encoding: 'utf8' }).stdout.trim(), 'Done testing');
  });
});

describe('extension in firefox', () => {
  test('reads and paints under a strict policy', async () => {
    const painted = await readInFirefox(await extension(), page(article));
    assert.ok(painted.some((each) => each.startsWith('copydesk-date: Monday')), String(painted));
  });
});
