// The package as plain modules in pages, workers and service workers, under a policy that allows nothing but them.
import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../tools/demo.mjs';
import { browsers, openPage, until } from './browser.mjs';
import { root } from './inputs.js';

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
const text = 'It cost $5 million, said Ada Winter.';
const answer = `desk.analyze(${JSON.stringify(text)})`;
const scripts = {
  module: `import { load } from './dist/index.js'; const desk = await load(); document.title = ${answer}.numbers[0].value;`,
  inline: `import { load } from './dist/inline.js'; const desk = await load(); document.title = ${answer}.numbers[0].value;`,
  worker: `import { load } from './dist/worker.js'; const desk = await load(); const report = await ${answer}; desk.close(); document.title = report.numbers[0].value;`,
  service: `const { active, installing, waiting } = await navigator.serviceWorker.register('./service-worker.js', { type: 'module' });
    const worker = active ?? installing ?? waiting;
    navigator.serviceWorker.onmessage = ({ data }) => { document.title = data; };
    worker.postMessage('go');`,
};
const serviceWorker = `import { load } from './dist/inline.js';
addEventListener('message', async ({ source }) => { const desk = await load(); source.postMessage(${answer}.numbers[0].value); });`;

let site;
let open;
before(async () => {
  const folder = join(root, 'build/web-pages');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const [name, code] of Object.entries({ ...scripts, 'service-worker': serviceWorker })) {
    await writeFile(join(folder, `${name}.js`), code);
    await writeFile(join(folder, `${name}.html`), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title></head><body><script type="module" src="./${name}.js"></script></body></html>`);
  }
  site = await serve(folder, { headers: { 'content-security-policy': policy } });
  open = await serve(folder, { headers: { 'content-security-policy': "script-src 'self'" } });
});
after(() => {
  site.close();
  open.close();
});

for (const [name, launch] of Object.entries(browsers))
  describe(`pages in ${name}`, () => {
    let browser;
    before(async () => { browser = await launch(); });
    after(() => browser?.close());

    for (const kind of Object.keys(scripts).filter((kind) => name === 'chromium' || kind !== 'service')) // Firefox has no module service workers
      test(`${kind}, under a strict policy`, async () => {
        const page = await openPage(browser, `${site.url}${kind}.html`);
        await until(page, () => document.title !== '…');
        assert.equal(await page.title(), '5000000');
        await page.close();
      });

    test('wasm forbidden: an error that says so', async () => {
      const page = await openPage(browser, `${open.url}module.html`);
      const error = await page.evaluate(() => import('/dist/index.js').then(({ load }) => load()).then(() => null, ({ name, code, message }) => ({ name, code, message })));
      assert.equal(error?.name, 'CopydeskError');
      assert.equal(error.code, 'load-failed');
      await page.close();
    });
  });
