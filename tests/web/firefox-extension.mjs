// The extension in Firefox: installed for the session, its popup opened as a tab over a page with a strict policy.
import { createServer } from 'node:http';
import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox } from './browser.mjs';

/** No driver may open an extension's page, so the background, in this copy, opens the popup once the page is there. */
const opener = `
browser.tabs.onUpdated.addListener((id, change, tab) => {
  if (change.status === 'complete' && tab.url.startsWith('http://localhost:'))
    browser.tabs.create({ url: 'popup.html?page=' + encodeURIComponent('http://localhost/*'), active: false });
});
`;

/**
 * Installs the unpacked extension, opens `html` and lets the popup read it.
 * @returns {Promise<string[]>} what is painted: "name: words"
 */
export async function readInFirefox(folder, html) {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-addon-'));
  await cp(folder, home, { recursive: true });
  // As in Chromium: no driver can click the toolbar, so a host permission stands for activeTab.
  const change = async (name, edit) => writeFile(join(home, name), edit(await readFile(join(home, name), 'utf8')));
  await change('manifest.json', (text) => JSON.stringify({ ...JSON.parse(text), host_permissions: ['http://localhost/*'] }));
  await change('background.js', (text) => text + opener);
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" }).end(html));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await firefox();
  try {
    await browser.installExtension(home);
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.address().port}/`);
    const painted = () => page.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name}: ${range}`)));
    for (let i = 0; i < 100 && !(await painted()).length; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    return await painted();
  } finally {
    await browser.close();
    server.close();
    await rm(home, { recursive: true, force: true });
  }
}
