import type { Options, Report } from './index.js';

export { CopydeskError } from './index.js';

export interface WorkerOptions extends Options {
  /**
   * Takes the text back: `analyze` is then refused with the signal's reason. A text that is being read ends at once, with
   * its worker; a fresh one reads those that wait.
   */
  signal?: AbortSignal;
}

/** A desk in a worker of its own: the page stays responsive on any text. */
export interface WorkerDesk {
  /** As `Desk.analyze`, away from the page's thread. */
  analyze(text: string, options?: WorkerOptions): Promise<Report>;
  /** Ends the worker; calls under way are refused with `"worker-lost"`. */
  close(): void;
}

/** Starts a worker. `module`: use this one there instead of fetching. */
export function load(options?: { module?: WebAssembly.Module }): Promise<WorkerDesk>;
