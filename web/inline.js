// copydesk as one file: the engine travels inside the JavaScript, a third larger than by itself.
import { CopydeskError, loader } from './desk.js';
import { base64 } from './engine-bytes.js';

export { CopydeskError };

export const load = loader(() => WebAssembly.compile(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))));
