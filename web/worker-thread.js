// The worker's side of worker.js: one message, one answer.
import { load } from './index.js';

let desk;

addEventListener('message', async ({ data: { load: source, text, options } }) => {
  try {
    if (source) {
      desk = await load(source.module ? source : undefined);
      postMessage({});
      return;
    }
    const result = desk.analyzeFlat(text, options);
    postMessage({ result }, [result.words.buffer, result.blob.buffer]);
  } catch ({ code = 'internal', message, offset, line }) {
    postMessage({ error: { code, message, offset, line } });
  }
});
