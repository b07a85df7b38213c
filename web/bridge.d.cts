import type { Desk } from './index.js' with { 'resolution-mode': 'import' };

/** The same desk as that of the ES module. Errors are told by their `name`, "CopydeskError", and `code`. */
export function load(options?: { module?: WebAssembly.Module }): Promise<Desk>;
