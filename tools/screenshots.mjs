// npm run screenshots: the pictures of the README, taken of the built page in Chromium.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '../tests/web/browser.mjs';
import { launchWithExtension } from '../tests/web/chromium-extension.mjs';
import { build } from './build.mjs';
import { demo, serve } from './demo.mjs';
import { isMain, main, root } from './run.mjs';
import { setUp } from './setup.mjs';

const pictures = {
  'desk-light': { viewport: { width: 1360, height: 960 }, colorScheme: 'light' },
  'desk-dark': { viewport: { width: 1360, height: 960 }, colorScheme: 'dark', act: (page) => page.click('#tab-dates') },
  'desk-phone': { viewport: { width: 390, height: 844 }, colorScheme: 'light', act: (page) => page.locator('.jump[data-kind="date"]').nth(3).evaluate((row) => row.click()) },
};

async function take(browser, url, name, { act, ...options }) {
  const context = await browser.newContext({ ...options, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  await act?.(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(root, 'docs/images', `${name}.png`) });
  await context.close();
}

/** One of our articles as a page of a paper that does not exist, for the extension to read. */
async function paper() {
  const folder = join(root, 'build/paper');
  const [headline, ...parts] = (await readFile(join(root, 'examples/articles/canal-lift-irrigation.txt'), 'utf8')).trim().split(/\n\s*\n/);
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(headline)}</title>
<meta property="og:site_name" content="The Lisandra Post"><link rel="icon" href="data:,">
<style>body { margin: 0; font: 18px/1.6 Georgia, serif; color: #1b1b1b; background: #fff } header { border-bottom: 3px double #999; padding: 18px 64px; font: 700 26px Georgia, serif }
article { max-width: 620px; margin: 34px 64px } h1 { font: 700 34px/1.15 Georgia, serif } p { white-space: pre-line; text-underline-offset: .2em }</style>
<header>The Lisandra Post</header><article><h1>${escaped(headline)}</h1>${parts.map((part) => `<p>${escaped(part)}</p>`).join('\n')}</article></html>`);
  return serve(folder);
}

/** The extension's list over the page that it reads, as the toolbar shows it, and its options. */
async function takeExtension() {
  const site = await paper();
  const browser = await launchWithExtension({ viewport: { width: 1180, height: 820 }, colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce' });
  const picture = (name) => join(root, 'docs/images', `${name}.png`);
  const parts = join(root, 'build/paper');
  try {
    const { tab, popup } = await browser.read(site.url);
    await popup.setViewportSize({ width: 447, height: 592 });
    await popup.locator('.go').nth(1).click();
    await popup.screenshot({ path: join(parts, 'list.png') });
    await tab.bringToFront();
    await tab.screenshot({ path: join(parts, 'page.png') });
    // The popup hangs from the toolbar: both pictures in one.
    await writeFile(join(parts, 'both.html'), '<!doctype html><style>body { margin: 0; background: url(page.png) } img { position: absolute; right: 22px; top: 14px; border-radius: 8px; box-shadow: 0 2px 6px #0003, 0 14px 40px #0005 }</style><img src="list.png">');
    await tab.goto(`${site.url}both.html`);
    await tab.screenshot({ path: picture('extension') });
    await tab.setViewportSize({ width: 700, height: 620 });
    await tab.goto(`${browser.own}options.html`);
    await tab.waitForFunction(() => CSS.highlights.has('copydesk-date'));
    await tab.screenshot({ path: picture('extension-options') });
  } finally {
    await browser.close();
    site.close();
    await rm(parts, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('test');
    await build();
    await demo();
    await mkdir(join(root, 'docs/images'), { recursive: true });
    const site = await serve(join(root, 'build/demo'));
    const browser = await chromium();
    try {
      for (const [name, options] of Object.entries(pictures)) await take(browser, `${site.url}demo/`, name, options);
    } finally {
      await browser.close();
      site.close();
    }
    await takeExtension();
  });
