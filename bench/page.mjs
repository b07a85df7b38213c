// What a page pays for copydesk, in Chromium: node bench/page.mjs (after npm run build)
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { isMain, main, root } from '../tools/run.mjs';
import { serve } from '../tools/demo.mjs';
import { chromium, openPage } from '../tests/web/browser.mjs';
import { articles } from '../tests/web/inputs.js';

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const rounds = 9;

async function cold(browser, url, text) {
  const page = await openPage(browser, url);
  const parts = await page.evaluate(async (text) => {
    // The download is not counted: the bytes are there before the clock starts.
    const { load } = await import('/dist/module.js');
    const bytes = await (await fetch('/dist/copydesk.wasm')).arrayBuffer();
    const times = [performance.now()];
    const mark = () => times.push(performance.now());
    const module = await WebAssembly.compile(bytes);
    mark();
    const desk = await load({ module });
    mark();
    desk.analyze(text);
    mark();
    return { whole: times[3] - times[0], compile: times[1] - times[0], load: times[2] - times[1], analyze: times[3] - times[2] };
  }, text);
  await page.close();
  return parts;
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
    return times.slice(10); // the first ones run while the browser still compiles
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

/** Characters a second that `count` workers read together. */
async function workers(page, count, text) {
  return page.evaluate(async ({ count, text }) => {
    const { load } = await import('/dist/worker.js');
    const desks = await Promise.all(Array.from({ length: count }, () => load()));
    const each = async (desk, times) => { for (let i = 0; i < times; i++) await desk.analyze(text); };
    await Promise.all(desks.map((desk) => each(desk, 20)));
    const start = performance.now();
    await Promise.all(desks.map((desk) => each(desk, 100)));
    const taken = performance.now() - start;
    for (const desk of desks) desk.close();
    return (count * 100 * text.length) / taken / 1000;
  }, { count, text });
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
    const version = browser.version();
    try {
      const colds = [];
      for (let i = 0; i < rounds; i++) {
        const fresh = await chromium();
        colds.push(await cold(fresh, site.url, six));
        await fresh.close();
      }
      const page = await openPage(browser, site.url);
      const part = (name) => colds.map((each) => each[name]);
      rows.push(['load() and the first 6 kB article, cold, without the download', part('whole'), 60, 'ms']);
      rows.push(['  of which the browser compiles', part('compile'), null, 'ms']);
      rows.push(['  the instance, and the code of a first sentence', part('load'), null, 'ms']);
      rows.push(['  the article', part('analyze'), null, 'ms']);
      rows.push(['each further 6 kB article', await warm(page, six), 3, 'ms']);
      rows.push(['a 27 kB article', await warm(page, twentySeven), 10, 'ms']);
      const paints = [];
      for (let i = 0; i < rounds; i++) {
        const fresh = await openPage(browser, site.url);
        paints.push(await painting(fresh, 2400));
        await fresh.close();
      }
      rows.push([`${paints[0].painted} highlights, to the frame that shows them`, paints.map(({ time }) => time), 40, 'ms']);
      rows.push(['changes of the document that an observer sees', paints.map(({ changes }) => changes), 0, '']);
      const [one, all] = [await workers(page, 1, twentySeven), await workers(page, cpus().length, twentySeven)];
      rows.push([`what is lost by ${cpus().length} workers at once, of ${cpus().length} times one`, [100 - (100 * all) / (cpus().length * one)], 30, '%']);
      console.log(`workers: 1 reads ${one.toFixed(1)} million characters a second, ${cpus().length} read ${all.toFixed(1)}`);
      rows.push(['longest task over 50 ms on a 27 kB page', [await longest(page, twentySeven)], 50, 'ms']);
    } finally {
      await browser.close();
      site.close();
    }
    console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; Chromium ${version}`);
    console.log('       median     best  bar');
    for (const [what, values, bar, unit] of rows) {
      const value = middle(values);
      const verdict = bar === null ? '' : value <= bar ? 'ok' : 'over';
      console.log(`${verdict.padEnd(4)} ${value.toFixed(1).padStart(8)} ${Math.min(...values).toFixed(1).padStart(8)} ${String(bar ?? '').padStart(4)} ${unit.padEnd(2)} ${what}`);
    }
  });
