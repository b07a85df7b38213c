#!/usr/bin/env node
// copydesk on the command line, from the npm package: the same program as the native one, in WebAssembly.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { isatty } from 'node:tty';
import { brotliDecompressSync } from 'node:zlib';
import { patched } from './patch.js';

const wait = new Int32Array(new SharedArrayBuffer(4));

// A pipe that another program holds open in non-blocking mode answers "not now"; here that means wait.
for (const name of ['readSync', 'writeSync']) {
  const call = fs[name];
  fs[name] = (...args) => {
    for (;;) {
      try {
        return call(...args);
      } catch (error) {
        if (error.code === 'EOF') return 0;
        if (error.code !== 'EAGAIN') throw error;
        Atomics.wait(wait, 0, 0, 2);
      }
    }
  };
}

const read = (name) => fs.readFileSync(new URL(`./${name}`, import.meta.url));
const runCommand = createRequire(import.meta.url)('./cli-engine.cjs');
await runCommand({
  thisProgram: 'copydesk',
  arguments: process.argv.slice(2),
  wasmBinary: patched(read('copydesk.wasm'), brotliDecompressSync(read('cli.patch'))),
  preRun: (module) => Object.assign(module.ENV, process.env, { COPYDESK_TERMINALS: [0, 1, 2].filter((stream) => isatty(stream)).join('') }),
});
