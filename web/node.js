// copydesk for Node, Deno and Bun: reads copydesk.wasm from beside this file.
import { readFile } from 'node:fs/promises';
import { CopydeskError, loader } from './desk.js';

export { CopydeskError };

export const load = loader(async () => WebAssembly.compile(await readFile(new URL('./copydesk.wasm', import.meta.url))));
