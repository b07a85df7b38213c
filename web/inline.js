// copydesk as JavaScript alone: the engine travels inside, packed.
import createEngine, { build } from './engine.js';
import { CopydeskError, loader } from './desk.js';
import { packed } from './engine-bytes.js';
import { unpack } from './lzma.js';

export { CopydeskError };

function compile() {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return WebAssembly.compile(unpack(bytes));
}

export const load = loader(createEngine, build, compile);
