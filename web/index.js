// copydesk for pages, workers and bundlers: fetches copydesk.wasm from beside this file.
import createEngine from './engine.js';
import { CopydeskError, loader } from './desk.js';
import { compileFrom } from './fetch.js';

export { CopydeskError };

export const load = loader(createEngine, () => compileFrom(new URL('./copydesk.wasm', import.meta.url)));
