// Fetches the engine that lies beside this file.
import { CopydeskError } from './desk.js';

async function answerOf(url) {
  const response = await fetch(url);
  if (!response.ok) throw new CopydeskError('load-failed', `${url.pathname}: the server answered ${response.status}.`);
  return response;
}

/** Milliseconds after which a compilation that is fed while it arrives is no longer waited for alone. */
const PATIENCE = 8000;

/** @param {URL} url of a .wasm file @returns {Promise<WebAssembly.Module>} */
export async function compileFrom(url) {
  const response = await answerOf(url);
  const whole = async (answer) => WebAssembly.compile(await answer.arrayBuffer());
  // Compiles while it arrives where the server names the type; some do not.
  if (!response.headers.get('content-type')?.startsWith('application/wasm')) return whole(response);
  const again = async () => whole(await answerOf(url));
  const streamed = WebAssembly.compileStreaming(response).catch((error) => {
    // Of a stream that ends too early Firefox says "out of memory"; of the bytes at once, what is wrong with them.
    if (error instanceof WebAssembly.CompileError) throw error;
    return again();
  });
  // Or it says nothing at all, ever.
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => again().then(resolve, reject), PATIENCE);
  });
  return Promise.race([streamed, late]).finally(() => clearTimeout(timer));
}
