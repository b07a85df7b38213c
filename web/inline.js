// copydesk as JavaScript alone: the engine travels inside, a third larger than by itself.
import createEngine from './engine.js';
import { CopydeskError, loader } from './desk.js';
import { base64 } from './engine-bytes.js';

export { CopydeskError };

const bytes = () => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

export const load = loader(createEngine, () => WebAssembly.compile(bytes()));
