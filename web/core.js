// copydesk without JSON input and the caller's patterns: the smallest engine, for pages that only highlight.
import createEngine, { build } from './engine-core.js';
import { CopydeskError, loader } from './desk.js';
import { compileFrom } from './fetch.js';

export { CopydeskError };

export const load = loader(createEngine, build, () => compileFrom(new URL('./core.wasm', import.meta.url)));
