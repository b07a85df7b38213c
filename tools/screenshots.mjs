// npm run screenshots: the pictures of the README, taken of the built page in Chromium.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '../tests/web/browser.mjs';
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
  });
