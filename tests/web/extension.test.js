// The extension in Chromium: on pages with strict policies, on one that renders itself anew, and gone without a trace.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { extension } from '../../tools/extension.mjs';
import { chromiumPath, quiet } from './browser.mjs';
import { readInFirefox } from './firefox-extension.mjs';
import { root } from './inputs.js';

const article = `<article><h1>Ferry fares to rise</h1>
<p>LISANDRA, June 3, 2024 — “We waited too long,” said Ada Winter on Monday. The fare rises by 12 percent to $5.</p></article>`;
const page = (body) => `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Ferry fares</title></head><body>${body}</body></html>`;
const policies = { '/strict': "script-src 'self'", '/none': "default-src 'none'; img-src data:", '/app': '' };

function pages() {
  const server = createServer(({ url }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    if (!(path in policies)) return response.writeHead(404).end();
    const app = "<script>globalThis.render = (fare) => { document.querySelector('p').innerHTML = `The fare rises to <b>$${fare}</b>.`; };</script>";
    response.writeHead(200, { 'content-type': 'text/html', ...(policies[path] && { 'content-security-policy': policies[path] }) });
    response.end(page(article + (path === '/app' ? app : '')));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ url: `http://localhost:${server.address().port}`, close: () => server.close() })));
}

describe('extension in chromium', () => {
  let site;
  let context;
  let worker;
  let profile;
  before(async () => {
    const { chromium } = await import('playwright-core');
    const folder = await extension();
    // A click on the toolbar grants activeTab, and no driver can make it: here the host permission stands for it.
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }));
    profile = mkdtempSync(join(tmpdir(), 'copydesk-extension-'));
    site = await pages();
    context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      headless: false,
      args: [...quiet, '--headless=new', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    });
    worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  });
  after(async () => {
    await context?.close();
    site?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  async function read(path) {
    const tab = await context.newPage();
    tab.errors = [];
    tab.on('pageerror', (error) => tab.errors.push(error.message));
    await tab.goto(site.url + path);
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?page=${encodeURIComponent(site.url.replace(/:\d+$/, '') + path)}`);
    await popup.waitForFunction(() => !document.querySelector('#message').textContent.startsWith('Reading'));
    return { tab, popup };
  }
  // The page's own world does not see the content script's; the registry of highlights is the document's.
  const painted = (tab) => tab.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name}: ${range}`)));

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
    await tab.waitForFunction(() => [...CSS.highlights].some(([, ranges]) => [...ranges].some((range) => String(range).includes('$7'))));
    await popup.locator('#stop').click().catch(() => {});
    await tab.waitForFunction(() => CSS.highlights.size === 0);
    assert.equal(await tab.evaluate(() => document.adoptedStyleSheets.length), 0);
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
