// npm run size: what the download is made of: files as they are sent, then the engine by section and function.
//
//   npm run size -- [FUNCTIONS, 25]
import { execFileSync } from 'node:child_process';
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
    console.log('\nlargest symbols of our own code and tables (native build)');
    for (const [size, name] of symbols(Number(process.argv[2] ?? 25))) console.log(String(size).padStart(8), name.slice(0, 110));
  });
