// npm run extension: build/extension/, to be loaded unpacked by Chromium and Firefox, and the zip for their stores.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { isMain, main, root, say } from './run.mjs';
import { setUp } from './setup.mjs';
import { zip } from './zip.mjs';

const engine = ['engine.js', 'copydesk.wasm', 'LICENSE', 'THIRD-PARTY-LICENCES.txt'];
const modules = ['index.js', 'desk.js', 'decode.js', 'fetch.js', 'helpers.js'];
const domModules = ['text-map.js', 'highlight.js', 'anchor.js', 'metadata.js', 'dom.js', 'follow.js'];
const domNames = ['TextMap', 'createPainter', 'anchor', 'describe', 'textFragment', 'follow', 'metadata', 'collect', 'collectInSlices'];

/** copydesk/dom as one classic script: content scripts are no modules. Its names are of no use to the page. */
export async function domScript() {
  const parts = await Promise.all(domModules.map((name) => readFile(join(root, 'web', name), 'utf8')));
  const body = parts
    .map((code) => code.replace(/^import [^;]*;\n/gm, '').replace(/^export \{[^}]*\}[^;]*;\n/gm, '').replace(/^export /gm, ''))
    .join('\n');
  return `globalThis.copydeskDom ??= (() => {\n${body}\nreturn { ${domNames.join(', ')} };\n})();\n`;
}

/** Every file of the extension, in order. */
async function files() {
  const out = new Map();
  const source = join(root, 'examples/extension');
  for (const name of (await readdir(source)).filter((name) => name !== 'README.md')) out.set(name, await readFile(join(source, name)));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest = { ...JSON.parse(out.get('manifest.json')), version };
  out.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  out.set('dom.js', Buffer.from(await domScript()));
  for (const name of engine) out.set(`copydesk/${name}`, await readFile(join(root, 'dist', name)));
  for (const name of [...modules, ...domModules]) out.set(`copydesk/${name}`, await readFile(join(root, 'web', name))); // for reviewers to read
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Makes the folder and the zip. @returns {Promise<string>} the folder */
export async function extension() {
  const folder = join(root, 'build/extension');
  await rm(folder, { recursive: true, force: true });
  const entries = await files();
  for (const [name, content] of entries) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await writeFile(join(root, 'build/copydesk-extension.zip'), zip(entries));
  return folder;
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('build');
    await build();
    say(`copydesk: ${await extension()} and build/copydesk-extension.zip`);
  });
