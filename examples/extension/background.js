// The engine lives here: a page's own policy may forbid WebAssembly to content scripts, never to the extension.
import { load } from './copydesk/index.js';

const api = globalThis.browser ?? chrome;

async function answer({ text, options }) {
  try {
    return { report: (await load()).analyze(text, options) };
  } catch ({ code, message }) {
    return { error: { code, message } };
  }
}

api.runtime.onMessage.addListener((message, _sender, respond) => {
  // A click on a mark that asks for the list: the popup opens, and asks the page where. Older browsers have it by the toolbar alone.
  if (message?.copydesk === 'chosen' && message.open) api.action.openPopup?.().catch(() => {});
  if (message?.copydesk !== 'analyze') return false;
  answer(message).then(respond);
  return true; // the answer comes later
});
