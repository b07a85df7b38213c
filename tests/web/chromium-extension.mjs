// The extension in Chromium: a profile of its own, the popup opened as a tab over the page it is about.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extension } from '../../tools/extension.mjs';
import { chromiumPath, quiet } from './browser.mjs';

/** @returns what firefox-extension.mjs gives, and the context and the address of the extension's own pages */
export async function launchWithExtension(options = {}) {
  const { chromium } = await import('playwright-core');
  const folder = await extension();
  // A click on the toolbar grants activeTab, and no driver can make it: here the host permission stands for it.
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }));
  const profile = mkdtempSync(join(tmpdir(), 'copydesk-extension-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: false,
    args: [...quiet, '--headless=new', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    ...options,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const own = `chrome-extension://${new URL(worker.url()).host}/`;
  return {
    context,
    own,
    /** Opens `url` and the popup over it. The popup finds its page by the address: one page with it at a time. */
    async read(url) {
      const tab = await context.newPage();
      for (const other of context.pages()) if (other !== tab) await other.close();
      tab.errors = [];
      tab.on('pageerror', (error) => tab.errors.push(error.message));
      await tab.goto(url);
      const popup = await context.newPage();
      await popup.goto(`${own}popup.html?page=${encodeURIComponent(url.replace(/:\d+/, ''))}`);
      await popup.waitForFunction(() => !document.querySelector('#message').textContent.startsWith('Reading'));
      return { tab, popup };
    },
    async options() {
      const page = await context.newPage();
      await page.goto(`${own}options.html`);
      return page;
    },
    async copied(popup) {
      return popup.evaluate(() => navigator.clipboard.readText());
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
