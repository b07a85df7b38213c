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

test('the entries of the paper are the package’s', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'dist/package.json'), 'utf8'));
  const told = [...paper.matchAll(/^\| `copydesk(\/\w+)?` \|/gm)].map(([, path]) => `.${path ?? ''}`);
  assert.deepEqual(told.sort(), Object.keys(exports).filter((name) => !/\.(wasm|json)$/.test(name)).sort());
});
