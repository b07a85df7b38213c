// npm run size: what the download is made of: files as they are sent, the engine by section and function; and the data
// that quotations are read by.
//
//   npm run size -- [FUNCTIONS, 25]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isMain, main, root, run } from './run.mjs';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';

const sectionNames = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'data count'];

/** Reads an unsigned LEB128. @returns [value, next offset] */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** The sections of a WebAssembly file: { name, begin, size }. */
export function sections(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [size, begin] = unsigned(bytes, at + 1);
    found.push({ name: sectionNames[id], begin, size });
    at = begin + size;
  }
  return found;
}

/** Sizes of the functions in the code section, in order. */
export function functionSizes(bytes) {
  const { begin } = sections(bytes).find(({ name }) => name === 'code');
  let [count, at] = unsigned(bytes, begin);
  const sizes = [];
  for (; count > 0; --count) {
    const [size, body] = unsigned(bytes, at);
    sizes.push(size);
    at = body + size;
  }
  return sizes;
}

/**
 * All that quotations are read by: the rows of rules/en/{quotes,people,syntax} without what is written for people, and
 * the weights as the engine has them, a byte each. @returns {Record<string, number>} bytes of brotli
 */
export function quotesData() {
  const parts = new Map();
  for (const folder of ['quotes', 'people', 'syntax'])
    for (const name of readdirSync(join(root, 'rules/en', folder))) {
      if (name.endsWith('.features.tsv')) continue;
      const rows = readFileSync(join(root, 'rules/en', folder, name), 'utf8').split('\n').filter((row) => row && !row.startsWith('#'));
      const [, model] = /^(.*)\.weights\.tsv$/.exec(name) ?? [];
      if (model) {
        const table = readFileSync(join(root, `build/release/generated/tables/${model}.features.gen.cpp`), 'utf8');
        parts.set(`${folder}/${name}`, Buffer.from(Int8Array.from(/model_weights\[\] = \{([^}]*)\}/.exec(table)[1].split(',').map(Number))));
      } else {
        parts.set(`${folder}/${name}`, Buffer.from((name === 'rules.tsv' ? rows.map((row) => row.split('\t')[0]) : rows).join('\n')));
      }
    }
  parts.set('together', Buffer.concat([...parts.values()]));
  return Object.fromEntries([...parts].map(([name, bytes]) => [name, brotliCompressSync(bytes).length]));
}

/** The native build's symbols stand in for WebAssembly's, which are stripped: same code, similar proportions. */
function symbols(limit) {
  const listing = execFileSync('nm', ['--print-size', '--size-sort', '--reverse-sort', '--demangle', join(root, 'build/release/libcopydesk.a')], { maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const rows = [...listing.matchAll(/^[0-9a-f]+ ([0-9a-f]+) \w (.*)$/gm)].map(([, size, name]) => [parseInt(size, 16), name]);
  return rows.sort((a, b) => b[0] - a[0]).slice(0, limit);
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('build');
    await build();
    await run('cmake', ['--build', join(root, 'build/release'), '--target', 'copydesk_core']);
    console.log('file                     raw     gzip   brotli');
    for (const name of ['copydesk.wasm', 'core.wasm', 'engine.js', 'engine-core.js', 'desk.js', 'decode.js', 'index.js']) {
      const bytes = await readFile(join(root, 'dist', name));
      console.log(name.padEnd(18), ...[bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length].map((n) => String(n).padStart(8)));
    }
    for (const name of ['copydesk.wasm', 'core.wasm']) {
      const bytes = await readFile(join(root, 'dist', name));
      console.log(`\n${name}: ${functionSizes(bytes).length} functions`);
      for (const { name: section, begin, size } of sections(bytes))
        if (size > 500) console.log(`  ${section.padEnd(10)} ${String(size).padStart(8)} raw ${String(brotliCompressSync(bytes.subarray(begin, begin + size)).length).padStart(8)} brotli`);
    }
    console.log('\nwhat quotations are read by, brotli');
    for (const [name, size] of Object.entries(quotesData())) console.log(`  ${name.padEnd(30)} ${String(size).padStart(6)}`);
    console.log('\nlargest symbols of our own code and tables (native build)');
    for (const [size, name] of symbols(Number(process.argv[2] ?? 25))) console.log(String(size).padStart(8), name.slice(0, 110));
  });
