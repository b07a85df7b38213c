// copydesk for pages, workers and bundlers: fetches copydesk.wasm from beside this file.
import createEngine, { build } from './engine.js';
import { CopydeskError, loader } from './desk.js';
import { compileFrom } from './fetch.js';

export { CopydeskError };

export const load = loader(createEngine, build, () => compileFrom(new URL('./copydesk.wasm', import.meta.url)));
