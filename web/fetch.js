// Fetches the engine that lies beside this file.
import { CopydeskError } from './desk.js';

/** @param {URL} url of a .wasm file @returns {Promise<WebAssembly.Module>} */
export async function compileFrom(url) {
  const response = await fetch(url);
  if (!response.ok) throw new CopydeskError('load-failed', `${url.pathname}: the server answered ${response.status}.`);
  // Compiles while it arrives where the server names the type; some do not.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
