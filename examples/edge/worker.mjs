// An edge worker (Cloudflare's workerd and its like): posts of plain text answered with their report.
// Edge runtimes compile WebAssembly at deployment, so the module is imported and handed to load().
import wasm from 'copydesk/copydesk.wasm';
import { load } from 'copydesk/module';

const desk = load({ module: wasm });

export default {
  async fetch(request) {
    if (request.method !== 'POST') return new Response('Post an article as plain text.\n', { status: 405 });
    try {
      const reference = new URL(request.url).searchParams.get('reference') ?? undefined;
      return Response.json((await desk).analyze(await request.text(), { reference }));
    } catch ({ code, message }) {
      return Response.json({ error: { code, message } }, { status: code === 'invalid-option' ? 400 : 500 });
    }
  },
};
