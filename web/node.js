// copydesk for Node: reads copydesk.wasm from beside this file.
import { readFile } from 'node:fs/promises';
import createEngine, { build } from './engine.js';
import { CopydeskError, loader } from './desk.js';

export { CopydeskError };

export const load = loader(createEngine, build, async () => WebAssembly.compile(await readFile(new URL('./copydesk.wasm', import.meta.url))));
