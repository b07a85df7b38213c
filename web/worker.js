// copydesk in a worker: the same desk, its answers as promises. Pages stay responsive on any text.
//
//   const desk = await load();
//   const report = await desk.analyze(text, { reference: '2023-09-21', signal: AbortSignal.timeout(1000) });
//   desk.close();
import { CopydeskError } from './desk.js';
import { decode } from './decode.js';

export { CopydeskError };

const lost = (why) => new CopydeskError('worker-lost', `The worker is gone: ${why}. load() starts another.`);

/** Texts go to the worker one at a time, so that one can be taken back while it waits. */
class WorkerDesk {
  #source;
  #worker;
  #waiting = [];
  #running = null;
  #over = null;

  /** @param {{module?: WebAssembly.Module}} source what the engine is made of, as for `load` */
  constructor(source) {
    this.#source = source;
  }

  /** As `Desk.analyze`, in the worker; the array comes back, the objects are made here. */
  async analyze(text, { signal, ...options } = {}) {
    signal?.throwIfAborted();
    const { words, blob } = await this.#ask({ text, options }, signal);
    return decode(words, blob, text);
  }

  /** Ends the worker; what is still under way is refused. */
  close() {
    this.#end(lost('it was closed'));
  }

  /** Starts the worker; resolves once its engine is ready. */
  start() {
    const worker = new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => this.#answer(data));
    worker.addEventListener('error', (event) => this.#end(lost(event.message || 'its script could not be loaded; worker-src must allow it')));
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      this.#waiting.unshift({ message: { load: this.#source }, resolve, reject });
      this.#next();
    });
  }

  #ask(message, signal) {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise((resolve, reject) => {
      const job = { message, resolve, reject };
      if (signal) {
        const abort = () => this.#abort(job, signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        job.done = () => signal.removeEventListener('abort', abort);
      }
      this.#waiting.push(job);
      this.#next();
    });
  }

  #next() {
    if (this.#running || !this.#waiting.length) return;
    const job = this.#running = this.#waiting.shift();
    try {
      this.#worker.postMessage(job.message);
    } catch (error) {
      this.#settle(() => job.reject(new CopydeskError('invalid-option', `The options cannot be sent to a worker: ${error.message}`)));
    }
  }

  #answer({ error, result }) {
    const job = this.#running;
    this.#settle(() => (error ? job.reject(new CopydeskError(error.code, error.message, error.offset, error.line)) : job.resolve(result)));
  }

  #settle(tell) {
    this.#running.done?.();
    this.#running = null;
    tell();
    this.#next();
  }

  /** A text that waits is taken back; one that is being read ends with its worker, and a fresh one takes the rest. */
  #abort(job, reason) {
    if (this.#running === job) {
      this.#worker.terminate();
      this.#running = null;
      this.start().catch((error) => this.#end(error));
    } else {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
    }
    job.reject(reason);
  }

  #end(error) {
    this.#worker.terminate();
    this.#over = error;
    for (const job of [this.#running, ...this.#waiting]) {
      job?.done?.();
      job?.reject(error);
    }
    this.#running = null;
    this.#waiting = [];
  }
}

/** A desk in a worker of its own. `module` is used there instead of fetching one. */
export async function load({ module } = {}) {
  const desk = new WorkerDesk({ module });
  await desk.start();
  return desk;
}
