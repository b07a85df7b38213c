// copydesk/core for Node: reads core.wasm from beside this file.
import { readFile } from 'node:fs/promises';
import createEngine, { build } from './engine-core.js';
import { CopydeskError, loader } from './desk.js';

export { CopydeskError };

export const load = loader(createEngine, build, async () => WebAssembly.compile(await readFile(new URL('./core.wasm', import.meta.url))));
