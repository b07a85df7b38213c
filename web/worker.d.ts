import type { Options, Report } from './index.js';

export { CopydeskError } from './index.js';

/** A desk in a worker of its own: the page stays responsive on any text. */
export interface WorkerDesk {
  /** As `Desk.analyze`, away from the page's thread. */
  analyze(text: string, options?: Options): Promise<Report>;
  /** Ends the worker; calls under way are refused with `"worker-lost"`. */
  close(): void;
}

/** Starts a worker. `module`: use this one there instead of fetching. */
export function load(options?: { module?: WebAssembly.Module }): Promise<WorkerDesk>;
