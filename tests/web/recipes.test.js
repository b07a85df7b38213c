// The recipes of docs/package.md that are whole programs, run as they stand.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../tools/demo.mjs';
import { chromium, openPage } from './browser.mjs';
import { root } from './inputs.js';

const paper = readFileSync(join(root, 'docs/package.md'), 'utf8');
const recipe = (kind) => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(paper)[1];
const folder = join(root, 'build/recipes');

async function withPackage(where) {
  await rm(where, { recursive: true, force: true });
  await mkdir(where, { recursive: true });
  await cp(join(root, 'dist'), join(where, 'copydesk'), { recursive: true });
}

test('Node', async () => {
  await withPackage(join(folder, 'node/node_modules'));
  await writeFile(join(folder, 'node/recipe.mjs'), recipe('js node'));
  const said = execFileSync(process.execPath, ['recipe.mjs'], { cwd: join(folder, 'node'), encoding: 'utf8' });
  assert.equal(said, "Ada Winter [ 'It cost $5 million,' ]\n2024-06-03 5000000 USD\n");
});

test('plain HTML', async () => {
  await withPackage(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), recipe('html page'));
  const site = await serve(join(folder, 'page'));
  const browser = await chromium();
  try {
    const page = await openPage(browser, site.url);
    await page.waitForFunction(() => CSS.highlights.has('copydesk-number'));
    assert.deepEqual(page.errors.filter((error) => !/404/.test(error)), []);
  } finally {
    await browser.close();
    site.close();
  }
});

test('the extension: what the paper shows is what the extension runs', () => {
  for (const part of ['background', 'content'])
    assert.ok(readFileSync(join(root, `examples/extension/${part}.js`), 'utf8').includes(recipe(`js ${part}`)), part);
});

test('examples/node: a text and a saved page', async () => {
  await withPackage(join(folder, 'report/node_modules'));
  await cp(join(root, 'examples/node/report.mjs'), join(folder, 'report/report.mjs'));
  await writeFile(join(folder, 'report/a.txt'), 'LISANDRA, June 3, 2024 — “It cost $5 million,” Ada Winter said on Monday.\n');
  await writeFile(join(folder, 'report/b.html'), `<!doctype html><html><head><title>Fares</title><meta name="date" content="2024-06-05"></head><body><article><h1>Fares rise</h1>${'<p>“It cost $7 million,” Ada Winter said on Monday, and nobody in the hall of the council had any doubt of it, or said so.</p>'.repeat(6)}</article></body></html>`);
  const said = execFileSync(process.execPath, ['report.mjs', 'a.txt', 'b.html'], { cwd: join(folder, 'report'), encoding: 'utf8' });
  assert.match(said, /\*\*Ada Winter\*\*[\s\S]*“It cost \$5 million,?”[\s\S]*2024-06-03[\s\S]*# Fares rise[\s\S]*2024-06-05[\s\S]*\$7 million/);
});

test('the entries of the paper are the package’s', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'dist/package.json'), 'utf8'));
  const told = [...paper.matchAll(/^\| `copydesk(\/\w+)?` \|/gm)].map(([, path]) => `.${path ?? ''}`);
  assert.deepEqual(told.sort(), Object.keys(exports).filter((name) => !/\.(wasm|json)$/.test(name)).sort());
});
