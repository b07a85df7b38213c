// copydesk in a worker: the same desk, its answers as promises. Pages stay responsive on any text.
//
//   const desk = await load();
//   const report = await desk.analyze(text, { reference: '2023-09-21' });
//   desk.close();
import { CopydeskError } from './desk.js';
import { decode } from './decode.js';

export { CopydeskError };

class WorkerDesk {
  #worker;
  #waiting = new Map();
  #next = 0;

  constructor(worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#answer(data));
    worker.addEventListener('error', (event) => this.#fail(event.message ?? 'the worker failed'));
  }

  /** As `Desk.analyze`, in the worker; the array comes back, the objects are made here. */
  async analyze(text, options) {
    const { words, blob } = await this.#ask({ text, options });
    return decode(words, blob, text);
  }

  /** Ends the worker; what is still under way is refused. */
  close() {
    this.#worker.terminate();
    this.#fail('the worker was closed');
  }

  /** Resolves once the engine in the worker is ready. */
  ready(source) {
    return this.#ask({ load: source ?? {} });
  }

  #ask(message) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #answer({ id, error, result }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new CopydeskError(error.code, error.message, error.offset, error.line));
    else resolve(result);
  }

  #fail(message) {
    for (const { reject } of this.#waiting.values()) reject(new CopydeskError('worker-lost', `copydesk: ${message}.`));
    this.#waiting.clear();
  }
}

/** A desk in a worker of its own. `module` is used there instead of fetching one. */
export async function load({ module } = {}) {
  const desk = new WorkerDesk(new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' }));
  await desk.ready({ module });
  return desk;
}
