// The package in real browsers, under the policy that pages and extensions set, and when memory runs out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { test } from 'node:test';
import { load } from '../../dist/node.js';
import { browsers } from './browser.mjs';
import { articles } from './inputs.js';

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

/** dist/ behind a policy without eval. @returns {Promise<{ origin: string, close(): void }>} */
async function serve() {
  const server = createServer(async ({ url }, response) => {
    const name = url === '/' ? null : url.slice(1);
    const body = name === null ? '<!doctype html><title>copydesk</title>' : await readFile(new URL(`../../dist/${name}`, import.meta.url)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, {
      'content-type': types[name === null ? '.html' : extname(name)] ?? 'text/plain',
      'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    });
    response.end(body ?? 'not found');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

for (const [name, launch] of Object.entries(browsers))
  test(`a page and a worker in ${name} give the report that Node gives`, async () => {
    const { text, options } = articles()[0];
    const want = JSON.stringify((await load()).analyze(text, options));
    const site = await serve();
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(site.origin);
      const got = await page.evaluate(async ([text, options]) => {
        const { load } = await import('/index.js');
        const { load: loadWorker } = await import('/worker.js');
        const remote = await loadWorker();
        const reports = [(await load()).analyze(text, options), await remote.analyze(text, options)];
        remote.close();
        return reports.map((report) => JSON.stringify(report));
      }, [text, options]);
      assert.deepEqual(got, [want, want]);
    } finally {
      await browser.close();
      site.close();
    }
  });

test('memory that runs out is a typed error, and the desk is whole again soon after', async () => {
  const module = await WebAssembly.compile(await readFile(new URL('../../dist/copydesk.wasm', import.meta.url)));
  const desk = await load({ module });
  const { text, options } = articles()[0];
  const want = desk.analyze(text, options);
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('no more');
  };
  try {
    assert.throws(() => desk.analyze('He said so. '.repeat(1_000_000)), { name: 'CopydeskError', code: 'out-of-memory' });
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
  assert.throws(() => desk.analyze(text, options), { name: 'CopydeskError', code: 'engine-lost' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(desk.analyze(text, options), want);
});
