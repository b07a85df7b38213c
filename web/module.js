// copydesk where code cannot be fetched or compiled: the caller brings a WebAssembly.Module.
//
//   import wasm from 'copydesk/copydesk.wasm';
//   const desk = await load({ module: wasm });
import createEngine, { build } from './engine.js';
import { CopydeskError, loader } from './desk.js';

export { CopydeskError };

export const load = loader(createEngine, build, async () => {
  throw new CopydeskError('load-failed', "copydesk/module needs load({ module }): a WebAssembly.Module of 'copydesk/copydesk.wasm'.");
});
