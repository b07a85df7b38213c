// copydesk as JavaScript alone: the engine travels inside, deflated.
import createEngine, { build } from './engine.js';
import { CopydeskError, loader } from './desk.js';
import { deflated } from './engine-bytes.js';

export { CopydeskError };

function compile() {
  const bytes = Uint8Array.from(atob(deflated), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer().then((engine) => WebAssembly.compile(engine));
}

export const load = loader(createEngine, build, compile);
