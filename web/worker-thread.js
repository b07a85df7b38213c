// The worker's side of worker.js.
import { load } from './index.js';

let desk;

addEventListener('message', async ({ data: { id, load: source, text, options } }) => {
  try {
    if (source) {
      desk = await load(source.module ? source : undefined);
      postMessage({ id });
      return;
    }
    const result = desk.analyzeFlat(text, options);
    postMessage({ id, result }, [result.words.buffer, result.blob.buffer]);
  } catch ({ code = 'internal', message, offset, line }) {
    postMessage({ id, error: { code, message, offset, line } });
  }
});
