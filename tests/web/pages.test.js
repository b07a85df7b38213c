// The package as plain modules in pages, workers and service workers, under a policy that allows nothing but them.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** Folders with an engine that is not what it should be: what the error says of it. */
const broken = {
  cut: [(bytes) => bytes.subarray(0, bytes.length >> 1), /cut short or altered.*Serve the file whole/],
  page: [() => Buffer.from('<!doctype html><title>Start</title>'), /no WebAssembly.*start page.*copydesk\/inline/],
  older: [(bytes) => Buffer.from(bytes.toString('latin1').replace(/copydesk \d+\.\d+\.\d+ \(\w+\)/, (stamp) => stamp.replace(/\d/, '9')), 'latin1'), /is copydesk 9.*this JavaScript is copydesk.*same version/],
  other: [(_, core) => core, /same version of the package/],
  gone: [null, /404/],
};

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
  const [engine, core] = await Promise.all(['copydesk.wasm', 'core.wasm'].map((name) => readFile(join(root, 'dist', name))));
  for (const [name, [spoil]] of Object.entries(broken)) {
    await mkdir(join(folder, name), { recursive: true });
    for (const file of ['index.js', 'desk.js', 'decode.js', 'fetch.js', 'engine.js']) await cp(join(root, 'dist', file), join(folder, name, file));
    if (spoil) await writeFile(join(folder, name, 'copydesk.wasm'), spoil(engine, core));
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
      assert.match(error.message, /a policy forbids WebAssembly.*'wasm-unsafe-eval'/);
      await page.close();
    });

    for (const [folder, [, message]] of Object.entries(broken))
      test(`an engine that is ${folder}: an error that says so`, async () => {
        const page = await openPage(browser, `${site.url}module.html`);
        const error = await page.evaluate((path) => import(path).then(({ load }) => load()).then(() => null, ({ name, code, message }) => ({ name, code, message })), `/${folder}/index.js`);
        assert.deepEqual([error?.name, error?.code], ['CopydeskError', 'load-failed']);
        assert.match(error.message, message);
        await page.close();
      });

    test('a worker gives up a text when it is told to, and reads the next', async () => {
      const page = await openPage(browser, `${site.url}module.html`);
      const seen = await page.evaluate(async () => {
        const { load } = await import('/dist/worker.js');
        const desk = await load();
        const long = 'It cost $5 million, said Ada Winter on Monday. '.repeat(200_000);
        const refused = (promise) => promise.then(() => 'read', (error) => error.name);
        const [running, waiting] = [new AbortController(), new AbortController()];
        const start = performance.now();
        const answers = [desk.analyze(long, { signal: running.signal }), desk.analyze(long, { signal: waiting.signal })].map(refused);
        const next = desk.analyze('It cost $5 million.');
        setTimeout(() => { waiting.abort(); running.abort(); }, 50);
        const both = await Promise.all(answers);
        const time = performance.now() - start;
        const before = await refused(desk.analyze('It rained.', { signal: AbortSignal.abort() }));
        const { numbers } = await next;
        const unsent = await desk.analyze('x', { patterns: [() => {}] }).catch(({ code }) => code);
        desk.close();
        return { both, before, time, value: numbers[0].value, unsent, closed: await desk.analyze('x').catch(({ code }) => code) };
      });
      assert.deepEqual([seen.both, seen.before, seen.value, seen.unsent, seen.closed], [['AbortError', 'AbortError'], 'AbortError', '5000000', 'invalid-option', 'worker-lost']);
      assert.ok(seen.time < 1000, `${seen.time} ms until it gave up`);
      await page.close();
    });
  });
