// The packed package in every bundler and runtime: installed from its tarball, an article analysed, the answer compared.
//
//   npm run matrix            all, as npm test does (installs the tools into tests/matrix/node_modules the first time)
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '../../tools/demo.mjs';
import { setUpPackages } from '../../tools/setup.mjs';
import { chromium, openPage } from '../web/browser.mjs';
import { root } from '../web/inputs.js';

/** Runs a tool; what it printed is in the error when it fails. */
const run = (...call) =>
  promisify(execFile)(...call).catch((error) => {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`.slice(0, 1500));
  });
const here = join(root, 'tests/matrix');
const work = join(here, 'build'); // below node_modules of the tools, so that they are found
const tools = join(here, 'node_modules');
const bin = (name) => join(tools, '.bin', name);
const text = 'LISANDRA, June 3, 2024 — “It cost $5 million,” said Ada Winter on Monday.';
const answer = `desk.analyze(${JSON.stringify(text)}).numbers.map(({ value, unit }) => value + ' ' + unit).join()`;
const expected = '5000000 USD';

const app = (entry) => `import { load } from '${entry}';\nconst desk = await load();\ndocument.title = ${answer};\n`;
const program = (entry) => `import { load } from '${entry}';\nconst desk = await load();\nconsole.log(${answer});\n`;
const inWorker = (code) => code.replace(/= desk\.analyze\(([^)]*)\)/, '= (await desk.analyze($1))');
const html = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title></head><body>${script}</body></html>`;

/** A project of its own with the package installed from its tarball. */
async function project(name, files) {
  const folder = join(work, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module', '@parcel/resolver-default': { packageExports: true } }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await cp(join(work, 'installed/node_modules/copydesk'), join(folder, 'node_modules/copydesk'), { recursive: true });
  return folder;
}

let browser;
before(async () => {
  await setUpPackages(here);
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, 'installed'), { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', work, join(root, 'dist')], { cwd: root });
  const [{ filename }] = JSON.parse(stdout);
  await writeFile(join(work, 'installed/package.json'), '{"private":true}');
  await run('npm', ['install', '--offline', '--no-save', join(work, filename)], { cwd: join(work, 'installed') });
  browser = await chromium();
});
after(async () => {
  await browser?.close();
  await rm(work, { recursive: true, force: true });
});

async function title(folder, path = '') {
  const site = await serve(folder);
  try {
    const page = await openPage(browser, site.url + path);
    await page.waitForFunction(() => document.title !== '…', null, { timeout: 10_000 }).catch(() => {});
    const said = await page.title();
    assert.deepEqual(page.errors, []);
    await page.close();
    return said;
  } finally {
    site.close();
  }
}

describe('bundlers', () => {
  for (const entry of ['copydesk', 'copydesk/inline', 'copydesk/worker']) {
    const code = entry.endsWith('worker') ? inWorker(app(entry)) : app(entry);
    const name = entry.replace('/', '-');
    const files = { 'app.js': code, 'index.html': html('<script type="module" src="./app.js"></script>') };

    test(`vite build: ${entry}`, async () => {
      const folder = await project(`vite-${name}`, files);
      await run(bin('vite'), ['build', '--logLevel', 'error', '--base', './', '--target', 'esnext'], { cwd: folder });
      assert.equal(await title(join(folder, 'dist')), expected);
    });

    test(`webpack: ${entry}`, async () => {
      const folder = await project(`webpack-${name}`, { ...files, 'page.html': html('<script type="module" src="./dist/main.js"></script>') });
      await writeFile(join(folder, 'webpack.config.js'), "export default { mode: 'production', entry: './app.js', output: { publicPath: 'auto' }, performance: { hints: false } };");
      await run(bin('webpack'), [], { cwd: folder });
      assert.equal(await title(folder, 'page.html'), expected);
    });

    test(`parcel: ${entry}`, async () => {
      const folder = await project(`parcel-${name}`, files);
      await run(bin('parcel'), ['build', 'index.html', '--no-cache', '--cache-dir', '.parcel-cache', '--no-optimize', '--public-url', './', '--dist-dir', 'dist'], { cwd: folder });
      assert.equal(await title(join(folder, 'dist')), expected);
    });
  }

  // These two leave `new URL(…, import.meta.url)` alone: the engine inside, or the file beside the bundle.
  for (const [tool, args] of Object.entries({
    esbuild: ['app.js', '--bundle', '--format=esm', '--outfile=dist/app.js', '--log-level=error'],
    rollup: ['app.js', '--format', 'es', '--file', 'dist/app.js', '--silent', '--plugin', 'node-resolve'],
  })) {
    test(`${tool}: copydesk/inline`, async () => {
      const folder = await project(`${tool}-inline`, { 'app.js': app('copydesk/inline'), 'page.html': html('<script type="module" src="./dist/app.js"></script>') });
      await run(bin(tool), args, { cwd: folder });
      assert.equal(await title(folder, 'page.html'), expected);
    });

    test(`${tool}: copydesk with copydesk.wasm copied beside the bundle`, async () => {
      const folder = await project(tool, { 'app.js': app('copydesk'), 'page.html': html('<script type="module" src="./dist/app.js"></script>') });
      await run(bin(tool), tool === 'rollup' ? args.with(-1, 'node-resolve={browser:true}') : args, { cwd: folder });
      await cp(join(folder, 'node_modules/copydesk/copydesk.wasm'), join(folder, 'dist/copydesk.wasm'));
      assert.equal(await title(folder, 'page.html'), expected);
    });

    // A worker is a file of its own, so it is bundled as one.
    test(`${tool}: copydesk/worker with its thread as a second bundle`, async () => {
      const thread = 'worker-thread=node_modules/copydesk/worker-thread.js';
      const folder = await project(`${tool}-worker`, { 'app.js': inWorker(app('copydesk/worker')), 'page.html': html('<script type="module" src="./dist/app.js"></script>') });
      const both = tool === 'esbuild'
        ? ['app=app.js', thread, '--bundle', '--format=esm', '--outdir=dist', '--log-level=error']
        : ['--input', 'app=app.js', '--input', thread, '--format', 'es', '--dir', 'dist', '--silent', '--plugin', 'node-resolve={browser:true}'];
      await run(bin(tool), both, { cwd: folder });
      await cp(join(folder, 'node_modules/copydesk/copydesk.wasm'), join(folder, 'dist/copydesk.wasm'));
      assert.equal(await title(folder, 'page.html'), expected);
    });
  }

  test('vite dev', async () => {
    const folder = await project('vite-dev', { 'app.js': app('copydesk'), 'index.html': html('<script type="module" src="./app.js"></script>') });
    const { createServer } = await import(join(tools, 'vite/dist/node/index.js'));
    const server = await createServer({ root: folder, logLevel: 'error', server: { port: 0, host: '127.0.0.1' }, optimizeDeps: { exclude: ['copydesk'] }, cacheDir: join(folder, '.vite') });
    await server.listen();
    try {
      const page = await openPage(browser, server.resolvedUrls.local[0]);
      await page.waitForFunction(() => document.title !== '…', null, { timeout: 10_000 });
      assert.equal(await page.title(), expected);
    } finally {
      await server.close();
    }
  });
});

describe('without a bundler', () => {
  const load = (entry) => app(`./node_modules/copydesk/${entry}.js`);
  const pages = {
    'a module': load('index'),
    'a module, engine inside': load('inline'),
    'copydesk/worker': inWorker(load('worker')),
    'a worker of one’s own': { page: "const thread = new Worker('./thread.js', { type: 'module' });\nthread.onmessage = ({ data }) => { document.title = data; };\n",
      'thread.js': load('index').replace(/document\.title = (.*);/, 'postMessage($1);') },
    'a service worker': { page: `await navigator.serviceWorker.register('./thread.js', { type: 'module', scope: './' });
navigator.serviceWorker.onmessage = ({ data }) => { document.title = data; };
(await navigator.serviceWorker.ready).active.postMessage('go');\n`,
      'thread.js': `import { load } from './node_modules/copydesk/inline.js';\naddEventListener('message', async ({ source }) => { const desk = await load(); source.postMessage(${answer}); });\n` },
  };
  for (const [name, code] of Object.entries(pages))
    test(name, async () => {
      const { page, ...rest } = typeof code === 'string' ? { page: code } : code;
      const folder = await project(`plain-${Object.keys(pages).indexOf(name)}`, { 'app.js': page, ...rest, 'index.html': html('<script type="module" src="./app.js"></script>') });
      assert.equal(await title(folder), expected);
    });
});

describe('recipes of docs/package.md', () => {
  const paper = readFile(join(root, 'docs/package.md'), 'utf8');
  const recipe = async (kind) => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(await paper)[1];
  const onReport = "({ numbers }) => { document.title = numbers.map(({ value, unit }) => value + ' ' + unit).join(); }";

  /** Builds with Vite; the marks follow the framework's own rendering and go with the component. */
  async function lives(name, files) {
    const folder = await project(name, { ...files, 'index.html': html('<div id="root"></div><script type="module" src="./main.js"></script>') });
    await run(bin('vite'), ['build', '--logLevel', 'error', '--base', './', '--target', 'esnext'], { cwd: folder });
    const site = await serve(join(folder, 'dist'));
    try {
      const page = await openPage(browser, site.url);
      const says = (title) => page.waitForFunction((title) => document.title === title, title, { timeout: 10_000 });
      const painted = () => page.evaluate(() => [...(CSS.highlights.get('copydesk-number') ?? [])].map(String).join());
      await says('5000000 USD');
      assert.equal(await painted(), '$5 million');
      await page.evaluate(() => globalThis.setFare(7));
      await says('7000000 USD');
      assert.equal(await painted(), '$7 million');
      await page.evaluate(() => globalThis.leave());
      await page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
      assert.deepEqual(page.errors, []);
      await page.close();
    } finally {
      site.close();
    }
  }

  test('React', async () =>
    lives('react', {
      'vite.config.js': "export default { oxc: { jsx: { runtime: 'automatic' } } };",
      'Desk.jsx': await recipe('jsx'),
      'main.js': "import './main.jsx';",
      'main.jsx': `import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './Desk.jsx';
const onReport = ${onReport};
function App() {
  const [fare, setFare] = useState(5);
  globalThis.setFare = setFare;
  return <Desk onReport={onReport}><p>The bridge cost <b>\${fare} million</b>.</p></Desk>;
}
const app = createRoot(document.getElementById('root'));
app.render(<App />);
globalThis.leave = () => app.unmount();`,
    }));

  test('Svelte', async () =>
    lives('svelte', {
      'vite.config.js': "import { svelte } from '@sveltejs/vite-plugin-svelte';\nexport default { plugins: [svelte()] };",
      'Desk.svelte': await recipe('svelte'),
      'App.svelte': `<script>
  import Desk from './Desk.svelte';
  let fare = $state(5);
  globalThis.setFare = (next) => { fare = next; };
  const onReport = ${onReport};
</script>

<Desk {onReport}><p>The bridge cost <b>\${fare} million</b>.</p></Desk>`,
      'main.js': `import { mount, unmount } from 'svelte';
import App from './App.svelte';
const app = mount(App, { target: document.getElementById('root') });
globalThis.leave = () => unmount(app);`,
    }));
});

describe('runtimes', () => {
  const printed = async (command, args, files) => {
    const folder = await project(`run-${command.split('/').at(-1)}-${args.length}-${Object.keys(files)[0]}`, files);
    const { stdout } = await run(command, args, { cwd: folder, env: { ...process.env, DENO_DIR: join(folder, '.deno'), NO_COLOR: '1' } });
    return stdout.trim();
  };
  // Both programs lie in packages of their own, one for each system; no script needs to run for them.
  const bun = join(tools, '@oven/bun-linux-x64/bin/bun');
  const deno = join(tools, '@deno/linux-x64-glibc/deno');
  for (const entry of ['copydesk', 'copydesk/inline']) {
    test(`node: ${entry}`, async () => assert.equal(await printed(process.execPath, ['app.js'], { 'app.js': program(entry) }), expected));
    test(`bun: ${entry}`, { skip: !existsSync(bun) }, async () => assert.equal(await printed(bun, ['run', 'app.js'], { 'app.js': program(entry) }), expected));
    test(`deno: ${entry}`, { skip: !existsSync(deno) }, async () =>
      assert.equal(await printed(deno, ['run', '--allow-read', '--node-modules-dir=manual', '--no-remote', 'app.js'], { 'app.js': program(entry) }), expected));
  }

  test('node, CommonJS', async () => {
    const code = `const { load } = require('copydesk');\nload().then((desk) => console.log(${answer}));\n`;
    assert.equal(await printed(process.execPath, ['--no-warnings', 'app.cjs'], { 'app.cjs': code }), expected);
  });

  test('workerd: a module of one’s own', async () => {
    const folder = await project('workerd', { 'worker.mjs': await readFile(join(root, 'examples/edge/worker.mjs'), 'utf8') });
    await run(bin('esbuild'), ['worker.mjs', '--bundle', '--format=esm', '--external:*.wasm', '--outfile=out.mjs', '--conditions=workerd', '--log-level=error'], { cwd: folder });
    const { Miniflare } = await import(join(tools, 'miniflare/dist/src/index.js'));
    const code = (await readFile(join(folder, 'out.mjs'), 'utf8')).replace(/from ?"copydesk\/copydesk\.wasm"/, 'from "./copydesk.wasm"');
    const flare = new Miniflare({
      compatibilityDate: '2026-01-01',
      modules: [
        { type: 'ESModule', path: 'worker.mjs', contents: code },
        { type: 'CompiledWasm', path: 'copydesk.wasm', contents: await readFile(join(folder, 'node_modules/copydesk/copydesk.wasm')) },
      ],
    });
    try {
      const response = await flare.dispatchFetch('http://localhost/', { method: 'POST', body: text });
      const { numbers, error } = await response.json();
      assert.equal(error, undefined);
      assert.equal(`${numbers[0].value} ${numbers[0].unit}`, expected);
    } finally {
      await flare.dispose();
    }
  });
});
