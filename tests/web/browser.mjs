// Debian's browsers, headless: Chromium by its own protocol, Firefox by WebDriver BiDi. Both give the same few calls.
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const first = (...paths) => paths.find((path) => existsSync(path));
export const chromiumPath = first('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');
export const firefoxPath = first('/usr/bin/firefox-esr', '/usr/bin/firefox');

export const quiet = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Chromium through playwright-core. */
export async function chromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: chromiumPath, args: quiet });
}

/** Firefox through puppeteer-core and WebDriver BiDi, with a profile of its own. */
export async function firefox({ args = [] } = {}) {
  const { default: puppeteer } = await import('puppeteer-core');
  const home = mkdtempSync(join(tmpdir(), 'copydesk-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    args,
    userDataDir: home,
    env: { ...process.env, HOME: home, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    extraPrefsFirefox: { 'app.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false },
  });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}

/** The browsers to test in: name → how to start one. */
export const browsers = { chromium, firefox };

/** A page of either browser at `url`, its uncaught errors and console errors collected in `errors`. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.errors.push(message.text()));
  await page.goto(url);
  return page;
}

/** Waits until `condition`, a function run in the page, holds; a driver's own waiting uses Function(), which strict policies forbid. */
export async function until(page, condition, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; !(await page.evaluate(condition));) {
    if (Date.now() > end) throw new Error(`still not so after ${seconds} s: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
