// npm run demo: the page as a static site in build/demo/, served on localhost.
//
//   node tools/demo.mjs [--port N] [--no-serve]
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { build } from './build.mjs';
import { Expected, isMain, main, root, say } from './run.mjs';
import { setUp } from './setup.mjs';

const site = join(root, 'build/demo');
const library = ['inline.js', 'engine.js', 'engine-bytes.js', 'lzma.js', 'desk.js', 'decode.js', 'dom.js', 'text-map.js', 'highlight.js', 'anchor.js', 'metadata.js', 'follow.js', 'helpers.js', 'exports.js'];
const fonts = [
  ['newsreader.woff2', '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2'],
  ['newsreader-italic.woff2', '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2'],
  ['public-sans.woff2', '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'],
];
const favourite = 'flood-casanare-valley';

/** Our articles, the one that opens the page first. */
async function articles() {
  const names = (await readdir(join(root, 'examples/articles'))).filter((name) => name.endsWith('.txt')).sort();
  const list = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, 'examples/articles', name), 'utf8');
      return { slug: name.slice(0, -4), text };
    }),
  );
  return list.sort((a, b) => (b.slug === favourite) - (a.slug === favourite));
}

/** Rule → what it states, of every rules.tsv. */
export async function ruleTexts() {
  const texts = {};
  for (const stage of (await readdir(join(root, 'rules/en'), { withFileTypes: true })).filter((entry) => entry.isDirectory()))
    for (const name of (await readdir(join(root, 'rules/en', stage.name))).filter((name) => name.endsWith('.tsv')))
      Object.assign(texts, rulesOf(await readFile(join(root, 'rules/en', stage.name, name), 'utf8')));
  return texts;
}

function rulesOf(table) {
  const stage = /^#! rules (\S+)/m.exec(table)?.[1];
  if (!stage) return {};
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  return Object.fromEntries(rows.map(([id, states]) => [`${stage}.${id}`, states]));
}

const code = (name, value) => `export const ${name} = ${JSON.stringify(value, null, 1)};\n`;

/** Puts build/demo/ together. */
export async function demo() {
  const { load } = await import(join(root, 'dist/node.js'));
  const desk = await load();
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, 'demo/fonts'), { recursive: true });
  await cp(join(root, 'web/demo'), join(site, 'demo'), { recursive: true });
  await Promise.all(library.map((name) => cp(join(root, 'dist', name), join(site, name))));
  await Promise.all(fonts.map(([name, from]) => cp(join(root, 'node_modules', from), join(site, 'demo/fonts', name))));
  const ours = (await articles()).map(({ slug, text }) => {
    const { headline } = desk.analyze(text).article;
    return { slug, title: headline?.text ?? text.slice(0, 70).split('\n')[0], text };
  });
  await writeFile(join(site, 'demo/articles.js'), code('articles', ours));
  await writeFile(join(site, 'demo/rules.js'), code('rules', await ruleTexts()));
  await writeFile(join(site, 'index.html'), '<!doctype html><meta charset="utf-8"><title>copydesk</title><meta http-equiv="refresh" content="0; url=./demo/">\n');
  await inlineIcon();
  await keepForFlightMode();
}

/** Browsers fetch the icon when the page is long up; inside the page it costs no request. */
async function inlineIcon() {
  const page = join(site, 'demo/index.html');
  const icon = await readFile(join(root, 'web/demo/icon.svg'));
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('rel="icon" href="./icon.svg"', `rel="icon" href="data:image/svg+xml;base64,${icon.toString('base64')}"`));
}

/** Fills in the service worker: which files, and a name that changes when one of them does. */
async function keepForFlightMode() {
  const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name !== 'sw.js');
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await readFile(path));
  const urls = ['./', ...paths.map((path) => `../${path.slice(site.length + 1)}`)].map((url) => url.replace('../demo/', './'));
  const worker = await readFile(join(root, 'web/demo/sw.js'), 'utf8');
  await writeFile(
    join(site, 'demo/sw.js'),
    worker.replace('__VERSION__', `copydesk-${hash.digest('hex').slice(0, 16)}`).replace("'__FILES__'", urls.map((url) => `'${url}'`).join(', ')),
  );
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm', '.json': 'application/json' };

/** Serves a folder on localhost. @returns {Promise<{url: string, close(): void}>} */
export function serve(folder, { port = 0, headers = {} } = {}) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...headers });
      response.end(content);
    } catch {
      response.writeHead(404).end('not found');
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ url: `http://localhost:${server.address().port}/`, close: () => server.close() }));
  });
}

if (isMain(import.meta.url))
  await main(async () => {
    const at = process.argv.indexOf('--port');
    const port = at < 0 ? 8017 : Number(process.argv[at + 1]);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Expected('--port wants a number from 0 to 65535.');
    await setUp('build');
    await build();
    await demo();
    if (process.argv.includes('--no-serve')) return;
    const { url } = await serve(site, { port }).catch((error) => {
      throw new Expected(error.code === 'EADDRINUSE' ? `Port ${port} is taken; give another: npm run demo -- --port 0` : error.message);
    });
    say(`copydesk: the page is at ${url}demo/ (Ctrl-C ends it)`);
    await new Promise(() => {});
  });
