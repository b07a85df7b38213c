// Memory over time and at its end: the heap stays flat, and an engine that ran out says so and is replaced.
//
//   node --test tests/memory                           2,000 analyses: what npm test runs
//   COPYDESK_ANALYSES=100000 node --test tests/memory  in Node and in Chromium
import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'node:test';
import { serve } from '../../tools/demo.mjs';
import { chromium, openPage } from '../web/browser.mjs';
import { articles, root } from '../web/inputs.js';
import { CopydeskError, freshDesk } from './fresh.js';

const analyses = Number(process.env.COPYDESK_ANALYSES ?? 2000);
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const texts = articles().map(({ text }) => text.slice(0, 2000));

test(`the heap is flat over ${analyses} analyses in Node`, async (t) => {
  const { desk, memory } = await freshDesk();
  const options = { reference: '2024-06-04', jsonld: { '@type': 'NewsArticle', headline: 'H' }, patterns: [{ id: 'sum', pattern: '[$€][0-9]+' }] };
  const analyze = (at) => {
    desk.analyze(texts[at % texts.length], at % 3 ? undefined : options);
    if (at % 7 === 0) assert.throws(() => desk.analyze('x', { reference: 'soon' }), CopydeskError);
  };
  const measure = () => {
    collectGarbage();
    return { heap: process.memoryUsage().heapUsed, wasm: memory.buffer.byteLength };
  };
  for (let at = 0; at < Math.max(texts.length * 3, analyses / 10); ++at) analyze(at);
  const before = measure();
  for (let at = 0; at < analyses; ++at) analyze(at);
  const after = measure();
  t.diagnostic(`JavaScript ${before.heap} → ${after.heap} bytes, WebAssembly ${before.wasm} → ${after.wasm}`);
  assert.equal(after.wasm, before.wasm, 'the engine’s memory does not grow');
  assert.ok(after.heap < before.heap + 1_000_000, 'JavaScript’s heap does not grow by a megabyte');
});

test(`the heap is flat over ${analyses} analyses in Chromium`, async (t) => {
  const folder = join(root, 'build/memory-tests');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>memory</title><link rel="icon" href="data:,">');
  const site = await serve(folder);
  const browser = await chromium();
  try {
    const page = await openPage(browser, site.url);
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const analyze = (count) => page.evaluate(async ({ texts, count }) => {
      const desk = await (await import('/dist/index.js')).load();
      for (let at = 0; at < count; ++at) desk.analyze(texts[at % texts.length]);
    }, { texts, count });
    await analyze(Math.max(texts.length * 3, analyses / 10));
    const before = await heap();
    await analyze(analyses);
    const after = await heap();
    t.diagnostic(`JavaScript ${before} → ${after} bytes`);
    assert.ok(after < before + 1_000_000, 'JavaScript’s heap does not grow by a megabyte');
  } finally {
    await browser.close();
    site.close();
  }
});

test('an engine that runs out of memory says so, and another takes its place', async () => {
  const { desk } = await freshDesk({ pages: 512 }); // 32 MB
  const small = '“It cost $5 million,” said Ann Lee on Monday.';
  const report = desk.analyze(small);
  for (let round = 0; round < 3; ++round) {
    assert.throws(() => desk.analyze('“It cost $5 million,” said Ann Lee on Monday. '.repeat(100_000)), { name: 'CopydeskError', code: 'out-of-memory' });
    assert.throws(() => desk.analyze(small), { name: 'CopydeskError', code: 'engine-lost' });
    const patience = Date.now() + 5000;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      try {
        assert.deepEqual(desk.analyze(small), report);
        break;
      } catch (error) {
        if (error.code !== 'engine-lost' || Date.now() > patience) throw error;
      }
    }
  }
});
