// npm run build: the WebAssembly engines, and dist/, the package as it is published.
//
// dist/ is put together in a folder of its own and takes its place at the end, so that a build that fails
// leaves the last one whole.  Nothing in it depends on where or when it was built.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { difference } from './difference.mjs';
import { configure, isMain, jobs, main, root, run } from './run.mjs';
import { setUp } from './setup.mjs';

const dist = join(root, 'dist');
const engines = join(root, 'build/wasm/wasm');
const read = (...path) => readFile(join(root, ...path));

/** What dist/package.json says; the version is the root's. */
function manifest({ name, version, description, license, engines: supported }) {
  const entry = (file, conditions = {}) => ({ types: './index.d.ts', ...conditions, default: `./${file}.js` });
  return {
    name,
    version,
    description,
    license,
    engines: supported,
    type: 'module',
    sideEffects: false,
    peerDependencies: { '@mozilla/readability': '>=0.5', jsdom: '>=22', linkedom: '>=0.16' },
    peerDependenciesMeta: { '@mozilla/readability': { optional: true }, jsdom: { optional: true }, linkedom: { optional: true } },
    bin: { copydesk: './cli.js' },
    main: './node.js',
    browser: './index.js', // for bundlers that do not read exports
    types: './index.d.ts',
    exports: {
      // Edge runtimes neither fetch nor compile code: there the caller brings the module.
      '.': {
        workerd: entry('module'),
        'edge-light': entry('module'),
        // A Node that can require ES modules gets the module itself, an older one the bridge.
        node: { 'module-sync': entry('node'), require: { types: './bridge.d.cts', default: './bridge.cjs' }, default: entry('node') },
        ...entry('index'),
      },
      './inline': entry('inline'),
      './module': entry('module'),
      './core': entry('core', { node: './core-node.js' }),
      './worker': { types: './worker.d.ts', default: './worker.js' },
      './dom': { types: './dom.d.ts', default: './dom.js' },
      './helpers': { types: './helpers.d.ts', default: './helpers.js' },
      './html': { types: './html.d.ts', default: './html.js' },
      './exports': { types: './exports.d.ts', default: './exports.js' },
      './copydesk.wasm': './copydesk.wasm',
      './core.wasm': './core.wasm',
      './package.json': './package.json',
    },
  };
}

/**
 * Emscripten's glue without the guess where its .wasm lies: the entries hand it a module, and bundlers would look for the
 * file it names.
 */
const placeless = (code) => code.replace(/new URL\(["']([\w.]+)["'], ?import\.meta\.url\)\.(?:toString\(\)|href)/g, '"$1"').replaceAll('import.meta.url', '""');

/** The engine with a section that says which build it is; the glue says the same, and load() compares. */
async function engine(name, version) {
  const bytes = await readFile(join(engines, `${name}.wasm`));
  const build = `copydesk ${version} (${createHash('sha256').update(bytes).digest('hex').slice(0, 12)})`;
  const content = Buffer.concat([Buffer.from([8]), Buffer.from('copydesk'), Buffer.from(build)]);
  return { build, bytes: Buffer.concat([bytes, Buffer.from([0, content.length]), content]) };
}

/** JavaScript, made small. Property names stay: they are borders, with the engine and with the caller. */
async function small(code, options) {
  const { minify } = await import('terser'); // there only after the set-up
  return `${(await minify(code, { ecma: 2020, compress: { passes: 2 }, format: { comments: false }, ...options })).code}\n`;
}

/** A module of web/. */
const ours = async (name) => small((await read('web', name)).toString(), { module: !name.endsWith('.cjs') });

/** Emscripten's glue, made small. */
async function glue(name, build) {
  return `${await small(placeless((await readFile(join(engines, name))).toString()), { module: true })}export const build = '${build}';\n`;
}

/**
 * A fifth smaller than deflated, for web/lzma.js to open. It takes seconds, so the last one is kept.
 * @param {Buffer} bytes
 */
async function lzma(bytes) {
  const kept = join(root, 'build/engine.lzma');
  const hash = createHash('sha256').update(bytes).digest();
  const last = await readFile(kept).catch(() => Buffer.alloc(0));
  if (last.subarray(0, hash.length).equals(hash)) return last.subarray(hash.length);
  const { LZMA } = (await import('lzma/src/lzma_worker.js')).default;
  const packed = Buffer.from(LZMA.compress([...new Int8Array(bytes)], 5));
  await writeFile(kept, Buffer.concat([hash, packed]));
  return packed;
}

async function licences() {
  const parts = [
    ['RE2', 'node_modules/re2/vendor/LICENSE'],
    ['simdjson', 'node_modules/@nozbe/simdjson/LICENSE'],
    ['Emscripten, musl and libc++ (run-time libraries and glue)', 'wasm/LICENCES.txt'],
  ];
  const texts = await Promise.all(parts.map(async ([what, file]) => `# ${what}\n\n${(await read(file)).toString().trim()}\n`));
  return `The WebAssembly engines and their glue contain code of the following projects.\n\n${texts.join('\n\n')}`;
}

/** Every file of the package: name → content. */
async function files() {
  const out = new Map();
  for (const name of (await readdir(join(root, 'web'))).filter((name) => /\.(js|cjs|d\.c?ts)$/.test(name)))
    out.set(name, name.endsWith('ts') ? await read('web', name) : await ours(name));
  const project = JSON.parse(await read('package.json'));
  const [full, core] = await Promise.all(['engine', 'core'].map((name) => engine(name, project.version)));
  out.set('copydesk.wasm', full.bytes);
  out.set('engine.js', await glue('engine.js', full.build));
  out.set('core.wasm', core.bytes);
  out.set('engine-core.js', await glue('core.js', core.build));
  out.set('engine-bytes.js', `export const packed = '${(await lzma(full.bytes)).toString('base64')}';\n`);
  // The command line is the engine and a little more: what differs from it is a tenth of the whole.
  out.set('cli.patch', brotliCompressSync(difference(full.bytes, await readFile(join(engines, 'cli.wasm')))));
  out.set('cli-engine.cjs', await small((await readFile(join(engines, 'cli.js'))).toString()));
  out.set('package.json', `${JSON.stringify(manifest(project), null, 2)}\n`);
  out.set('LICENSE', await read('LICENSE'));
  out.set('THIRD-PARTY-LICENCES.txt', await licences());
  for (const paper of ['README.md', 'CHANGELOG.md']) if (existsSync(join(root, paper))) out.set(paper, await read(paper));
  return out;
}

/** When each engine was linked last, as one string. */
async function linked() {
  const times = ['engine.wasm', 'core.wasm', 'cli.wasm'].map((name) => stat(join(engines, name)).then((file) => file.mtimeMs, () => 0));
  return (await Promise.all(times)).join();
}

/** Builds the engines by the preset "wasm". @returns {Promise<boolean>} whether any is new */
async function buildEngines() {
  if (!existsSync(join(root, 'build/wasm/build.ninja')))
    await configure('wasm', { slow: 'copydesk: configuring the WebAssembly build' });
  const before = await linked();
  await run('cmake', ['--build', 'build/wasm', '-j', String(jobs)], {
    slow: 'copydesk: building the WebAssembly engines (a minute or two the first time)',
  });
  return (await linked()) !== before;
}

/** Has anything that dist/ is made of changed since? The engines' own sources are ninja's business. */
async function inputsHash() {
  const hash = createHash('sha256');
  for (const folder of ['web', 'tools', '.'])
    for (const entry of (await readdir(join(root, folder), { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (entry.isFile() && /\.(js|cjs|mjs|ts|cts|json|md|txt)$|^LICENSE$/.test(entry.name)) hash.update(entry.name).update(await read(folder, entry.name));
  return hash.digest('hex');
}

/** Makes dist/ as it should be; quick when it is. */
export async function build() {
  const rebuilt = await buildEngines();
  const stamp = join(root, 'build/dist.stamp');
  const hash = await inputsHash();
  if (!rebuilt && existsSync(dist) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  const fresh = join(root, 'build/dist.new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  for (const [name, content] of await files())
    await writeFile(join(fresh, name), content, { mode: name === 'cli.js' ? 0o755 : 0o644 });
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
  await writeFile(stamp, hash);
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('build');
    await build();
  });
