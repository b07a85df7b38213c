// copydesk without JSON input and the caller's patterns: the smallest engine, for pages that only highlight.
import createEngine from './engine-core.js';
import { CopydeskError, loader } from './desk.js';
import { compileFrom } from './fetch.js';

export { CopydeskError };

export const load = loader(createEngine, () => compileFrom(new URL('./core.wasm', import.meta.url)));
