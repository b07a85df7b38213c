// What a page pays for copydesk, in Chromium: node bench/page.mjs (after npm run build)
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { isMain, main, root } from '../tools/run.mjs';
import { serve } from '../tools/demo.mjs';
import { chromium, openPage } from '../tests/web/browser.mjs';
import { articles } from '../tests/web/inputs.js';

const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];

async function cold(browser, url, text) {
  const page = await openPage(browser, url);
  const time = await page.evaluate(async (text) => {
    // The download is not counted: the bytes are there before the clock starts.
    const { load } = await import('/dist/module.js');
    const bytes = await (await fetch('/dist/copydesk.wasm')).arrayBuffer();
    const start = performance.now();
    const desk = await load({ module: await WebAssembly.compile(bytes) });
    desk.analyze(text);
    return performance.now() - start;
  }, text);
  await page.close();
  return time;
}

async function warm(page, text) {
  return page.evaluate(async (text) => {
    const desk = await (await import('/dist/index.js')).load();
    const times = [];
    for (let i = 0; i < 60; i++) {
      const start = performance.now();
      desk.analyze(text);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[30];
  }, text);
}

/** Paints `count` highlights and waits for the frame that shows them. */
async function painting(page, count) {
  return page.evaluate(async (count) => {
    const { collect, createPainter } = await import('/dist/dom.js');
    document.body.innerHTML = '';
    for (let i = 0; i < count / 8; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = Array.from({ length: 8 }, (_, n) => `It cost ${i * 8 + n} and more.`).join(' ');
      document.body.append(paragraph);
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const read = collect(document.body);
    const numbers = [...read.text.matchAll(/\d+/g)].map(({ 0: text, index }) => ({ start: index, end: index + text.length, text }));
    let changes = 0;
    new MutationObserver((list) => { changes += list.length; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const start = performance.now();
    createPainter().paint(read, { quotes: [], dates: [], numbers, findings: [] });
    await new Promise((resolve) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    }));
    return { time: performance.now() - start, painted: numbers.length, changes };
  }, count);
}

/** The longest task while a page of 27 kB is read, analysed and painted. */
async function longest(page, text) {
  return page.evaluate(async (text) => {
    const { createPainter, follow } = await import('/dist/dom.js');
    const desk = await (await import('/dist/index.js')).load();
    document.body.replaceChildren(...text.split('\n\n').map((part) => Object.assign(document.createElement('p'), { textContent: part })));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    await follow(document.body, { analyze: (text) => desk.analyze(text), painter: createPainter() }).ready;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return Math.max(0, ...tasks);
  }, text);
}

if (isMain(import.meta.url))
  await main(async () => {
    const folder = join(root, 'build/bench-page');
    await mkdir(folder, { recursive: true });
    await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>bench</title><link rel="icon" href="data:,"><body></body></html>');
    const whole = articles().map(({ text }) => text).join('\n\n');
    const [six, twentySeven] = [whole.slice(0, 6000), whole.slice(0, 27_000)];
    const site = await serve(folder);
    const rows = [];
    const browser = await chromium();
    try {
      const colds = [];
      for (let i = 0; i < 5; i++) {
        const fresh = await chromium();
        colds.push(await cold(fresh, site.url, six));
        await fresh.close();
      }
      const page = await openPage(browser, site.url);
      rows.push(['load() and the first 6 kB article, cold, without the download', middle(colds), 60, 'ms']);
      rows.push(['each further 6 kB article', await warm(page, six), 3, 'ms']);
      rows.push(['a 27 kB article', await warm(page, twentySeven), 10, 'ms']);
      const paint = await painting(page, 2400);
      rows.push([`${paint.painted} highlights, to the frame that shows them`, paint.time, 40, 'ms']);
      rows.push(['changes of the document that an observer sees', paint.changes, 0, '']);
      rows.push(['longest task over 50 ms on a 27 kB page', await longest(page, twentySeven), 50, 'ms']);
    } finally {
      await browser.close();
      site.close();
    }
    console.log(`${cpus()[0].model}, ${cpus().length} cores`);
    for (const [what, value, bar, unit] of rows) console.log(`${value <= bar ? 'ok  ' : 'over'} ${value.toFixed(1).padStart(8)} ${unit.padEnd(2)} (bar ${bar}) ${what}`);
  });
