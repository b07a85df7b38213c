// What is on the page as the part of an address that never reaches a server: #article=… or #text=… (deflated).
const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const decode = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const limit = 20_000_000;

/** Inflates no more than a page should hold: a short link can say a gigabyte. */
async function inflate(bytes) {
  const decoder = new TextDecoder();
  let text = '';
  for (const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > limit) {
      await reader.cancel();
      throw new RangeError('the link says too much');
    }
  }
}

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** @param {{article?: string, text: string, reference?: string}} state @returns {Promise<string>} "#…" */
export async function toHash({ article, text, reference }) {
  const parameters = new URLSearchParams();
  if (article) parameters.set('article', article);
  else parameters.set('text', encode(await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))));
  if (reference) parameters.set('reference', reference);
  return `#${parameters}`;
}

/** The other way; null for an address that says nothing, or nothing whole. */
export async function fromHash(hash) {
  const parameters = new URLSearchParams(hash.slice(1));
  const reference = /^\d{4}-\d\d-\d\d$/.exec(parameters.get('reference') ?? '')?.[0];
  const article = parameters.get('article');
  if (article) return { article, reference };
  if (!parameters.has('text')) return null;
  try {
    return { text: await inflate(decode(parameters.get('text'))), reference };
  } catch {
    return null;
  }
}
