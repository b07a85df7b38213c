// copydesk for pages, workers and bundlers: fetches copydesk.wasm from beside this file.
import { CopydeskError, loader } from './desk.js';

export { CopydeskError };

async function compile() {
  const response = await fetch(new URL('./copydesk.wasm', import.meta.url));
  if (!response.ok) throw new CopydeskError('load-failed', `copydesk.wasm: the server answered ${response.status}.`);
  // Compiles while it arrives where the server names the type; some do not.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

export const load = loader(compile);
