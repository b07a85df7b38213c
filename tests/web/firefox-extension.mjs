// The extension in Firefox: installed for the session, its popup opened as a tab over the page it is about.
import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extension } from '../../tools/extension.mjs';
import { firefox } from './browser.mjs';

/** No driver may go to an extension's page, so the background, in this copy, opens the one that a page's address asks for. */
const opener = `
browser.tabs.onUpdated.addListener((id, change, tab) => {
  const own = change.status === 'complete' && /^http:\\/\\/localhost:.*#open-(.*)/.exec(tab.url);
  if (own) browser.tabs.create({ url: own[1], active: false });
});
`;

/** @returns a way to have the popup read a page, to open the options, to see what was copied, and one to end it all */
export async function launchFirefoxWithExtension() {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-addon-'));
  await cp(await extension(), home, { recursive: true });
  // As in Chromium: no driver can click the toolbar, so a host permission stands for activeTab.
  const change = async (name, edit) => writeFile(join(home, name), edit(await readFile(join(home, name), 'utf8')));
  await change('manifest.json', (text) => {
    const manifest = JSON.parse(text);
    return JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'clipboardRead'], host_permissions: ['http://localhost/*'] });
  });
  await change('background.js', (text) => text + opener);
  const browser = await firefox({ args: ['--remote-allow-system-access'] }); // else an extension's pages are out of reach
  await browser.installExtension(home);

  /** The tab that shows an own page, once it is up. */
  async function own(name) {
    for (let i = 0; i < 200; i++) {
      for (const page of await browser.pages())
        if (await page.evaluate((name) => location.protocol === 'moz-extension:' && location.pathname === `/${name}` && document.readyState === 'complete', name).catch(() => false)) return page;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${name} did not open`);
  }

  async function visit(url, page) {
    const tab = await browser.newPage();
    tab.errors = [];
    tab.on('pageerror', (error) => tab.errors.push(error.message));
    await tab.goto(`${url}#open-${page}`);
    return tab;
  }

  return {
    async read(url) {
      const kept = await browser.newPage();
      for (const other of await browser.pages()) if (other !== kept) await other.close().catch(() => {});
      const tab = await visit(url, `popup.html?page=${encodeURIComponent(url.replace(/:\d+/, '') + '*')}`);
      const popup = await own('popup.html');
      for (let i = 0; i < 400 && (await popup.evaluate(() => document.querySelector('#message').textContent.startsWith('Reading'))); i++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return { tab, popup };
    },
    async options(url) {
      await (await visit(url, 'options.html')).close();
      return own('options.html');
    },
    copied: (popup) => popup.evaluate(() => navigator.clipboard.readText()),
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
