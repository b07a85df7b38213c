// A desk with an engine of its own, the memory of that engine in view, and a ceiling for it if one is wanted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CopydeskError, load } from '../../dist/module.js';
import { root } from '../web/inputs.js';

export { CopydeskError };

const module = new WebAssembly.Module(readFileSync(join(root, 'dist/copydesk.wasm')));

/**
 * @param {{ pages?: number }} [limit] pages of 64 kB that the engine may have
 * @returns {Promise<{ desk: object, memory: WebAssembly.Memory }>}
 */
export async function freshDesk({ pages } = {}) {
  const { instantiate } = WebAssembly;
  let memory;
  const watched = async (...args) => {
    const instance = await instantiate.apply(WebAssembly, args);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    if (pages) limit(memory, pages);
    return instance;
  };
  WebAssembly.instantiate = watched;
  try {
    return { desk: await load({ module }), memory };
  } finally {
    // A limited desk makes its later engines under the same limit.
    if (!pages) WebAssembly.instantiate = instantiate;
  }
}

/** From now on this memory grows to `pages` and no further, as when the system has no more. */
function limit(memory, pages) {
  const grow = memory.grow.bind(memory);
  memory.grow = (more) => {
    if (memory.buffer.byteLength / 65536 + more > pages) throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    return grow(more);
  };
}
