// Fetches the engine that lies beside this file.
import { CopydeskError } from './desk.js';

async function answerOf(url) {
  const response = await fetch(url);
  if (!response.ok) throw new CopydeskError('load-failed', `${url.pathname}: the server answered ${response.status}.`);
  return response;
}

/** @param {URL} url of a .wasm file @returns {Promise<WebAssembly.Module>} */
export async function compileFrom(url) {
  const response = await answerOf(url);
  const whole = async (answer) => WebAssembly.compile(await answer.arrayBuffer());
  // Compiles while it arrives where the server names the type; some do not.
  if (!response.headers.get('content-type')?.startsWith('application/wasm')) return whole(response);
  return WebAssembly.compileStreaming(response).catch(async (error) => {
    // Of a stream that ends too early Firefox says "out of memory"; of the bytes at once, what is wrong with them.
    if (error instanceof WebAssembly.CompileError) throw error;
    return whole(await answerOf(url));
  });
}
