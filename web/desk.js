// What every entry of the package shares: errors, one desk per page, the call itself.
import { decode } from './decode.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const mostBytes = 2 ** 28;

/** Thrown by `load` and `analyze`. `code` is stable, `message` is for people, `offset` is where, when known. */
export class CopydeskError extends Error {
  /** @param {string} code @param {string} message @param {number} [offset] @param {number} [line] */
  constructor(code, message, offset, line) {
    super(message);
    this.name = 'CopydeskError';
    this.code = code;
    if (offset !== undefined) this.offset = offset;
    if (line) this.line = line;
  }
}

/** Makes an engine of a compiled module. The glue asks for an instance and is given one. */
async function instantiate(createEngine, module) {
  let failed;
  const engine = await Promise.race([
    createEngine({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance, module)).catch((error) => failed(error));
        return {};
      },
    }),
    new Promise((_, reject) => { failed = reject; }),
  ]);
  return engine;
}

/** Writes `text` as UTF-8 where the engine reads it; lone surrogates become U+FFFD. @returns {number} bytes */
function write(engine, text) {
  let size = text.length + 64;
  let { read, written } = encoder.encodeInto(text, engine.input(size));
  while (read < text.length) {
    // Beyond ASCII: room for the rest at its largest, three bytes a code unit.
    size = written + 3 * (text.length - read);
    const more = encoder.encodeInto(text.slice(read), engine.input(size).subarray(written));
    read += more.read;
    written += more.written;
  }
  return written;
}

function errorOf(engine) {
  const [code, line, low, high] = engine.words();
  return new CopydeskError(engine.errorName(code), decoder.decode(engine.blob()), (low >>> 0) + high * 2 ** 32, line);
}

function optionsOf(options) {
  const { reference, timeZone, keepQuotesWhole } = options ?? {};
  const text = (value, name) => {
    if (value === undefined || value === null) return '';
    if (value instanceof Date) {
      throw new CopydeskError('invalid-option', `${name} is a Date; give it as ISO 8601 text, in the article's own time zone.`);
    }
    if (typeof value !== 'string') throw new CopydeskError('invalid-option', `${name} must be a string.`);
    return value;
  };
  return [text(reference, 'reference'), text(timeZone, 'timeZone'), Boolean(keepQuotesWhole)];
}

/** The most bytes of UTF-8 that a text may have: what the engine takes, or less. */
function limitOf(options) {
  const limit = options?.maxBytes ?? mostBytes;
  if (!Number.isInteger(limit) || limit < 0) throw new CopydeskError('invalid-option', 'maxBytes must be a whole number of bytes.');
  return Math.min(limit, mostBytes);
}

function checkSize(size, limit) {
  if (size > limit) throw new CopydeskError('too-large', `The text has at least ${size} bytes, over the limit of ${limit}; split it or raise the limit.`, limit);
}

/** Options that only the full engine knows, as JSON; nothing when there are none. */
function furtherOptionsOf(options) {
  const { jsonld, patterns } = options ?? {};
  if (jsonld == null && patterns == null) return undefined;
  const { reference, timeZone, keepQuotesWhole } = options;
  try {
    return JSON.stringify({ reference, timeZone, keepQuotesWhole: Boolean(keepQuotesWhole), jsonld, patterns });
  } catch (error) {
    throw new CopydeskError('invalid-option', `jsonld and patterns must be data that JSON can carry: ${error.message.split('\n')[0]}`);
  }
}

/** A desk: an engine, and a fresh one in its place if memory ran out in it. */
class Desk {
  #engine;
  #another;

  /** @param engine a ready engine @param another makes one like it */
  constructor(engine, another) {
    this.#engine = engine;
    this.#another = another;
  }

  /** Reads one article. @returns the report as plain data; see index.d.ts */
  analyze(text, options) {
    const { words, blob } = this.analyzeFlat(text, options);
    return decode(words, blob, text);
  }

  /** The report as it leaves the engine, for `decode` to open elsewhere (a worker posts this). */
  analyzeFlat(text, options) {
    if (typeof text !== 'string') throw new CopydeskError('invalid-option', 'text must be a string.');
    const settings = optionsOf(options);
    const further = furtherOptionsOf(options);
    const limit = limitOf(options);
    checkSize(text.length, limit); // before room is made for it
    return this.#use((engine) => {
      if (further && !engine.analyzeWith) throw new CopydeskError('invalid-option', "jsonld and patterns need the full engine: load it from 'copydesk', not 'copydesk/core'.");
      const size = write(engine, text);
      checkSize(size, limit);
      if (!(further ? engine.analyzeWith(size, further) : engine.analyze(size, ...settings))) throw errorOf(engine);
      return { words: engine.words().slice(), blob: engine.blob().slice() };
    });
  }

  #use(work) {
    const engine = this.#engine;
    if (!engine) throw new CopydeskError('engine-lost', 'The engine ran out of memory and is being replaced; try again in a moment.');
    try {
      return work(engine);
    } catch (error) {
      if (error instanceof CopydeskError) throw error;
      // Out of memory or a trap: whatever the engine was doing is half done, so nothing in it can be trusted.
      this.#replace();
      const full = error instanceof RangeError && /memory/i.test(error.message);
      throw full
        ? new CopydeskError('out-of-memory', 'The text needs more memory than WebAssembly is allowed here; give it in parts.')
        : new CopydeskError('internal', `The engine failed: ${error.message}`);
    }
  }

  #replace() {
    this.#engine = null;
    this.#another().then((engine) => { this.#engine = engine; }, () => {});
  }
}

/** Runs the code that a first article needs, so that compiling it is no part of the first call. */
function warmUp(desk) {
  desk.analyze('PARIS, June 3 (Wire) — “It cost $5 million,” said Ann Lee on Monday. “We’re done.”');
}

/** Throws where the module is not the one that this JavaScript was made with: their border has no version of its own. */
function checkBuild(module, build) {
  if (!(module instanceof WebAssembly.Module)) throw new CopydeskError('load-failed', 'load({ module }) needs a WebAssembly.Module, as `new WebAssembly.Module(bytes)` or an import of copydesk.wasm gives it.');
  const [section] = WebAssembly.Module.customSections(module, 'copydesk');
  const found = section ? decoder.decode(section) : 'of no known version';
  if (found !== build)
    throw new CopydeskError('load-failed', `The WebAssembly file is ${found}, this JavaScript is ${build}. Take both from the same version of the package, and empty the caches that lie between.`);
}

const policyWords = /content.security.policy|\bCSP\b|unsafe-eval|disallowed by embedder/i;

/** What failed while the engine was loaded, as a CopydeskError that says why and what helps. */
function explain(error) {
  if (error instanceof CopydeskError) return error;
  const said = String(error?.message ?? error);
  const because = (code, cure) => new CopydeskError(code, `copydesk could not load its engine: ${cure} (${said})`);
  if (typeof WebAssembly === 'undefined') return because('load-failed', 'there is no WebAssembly here; lockdown modes and some managed browsers switch it off.');
  if (policyWords.test(said))
    return because('load-failed', "a policy forbids WebAssembly. Pages: add 'wasm-unsafe-eval' to script-src. Content scripts: run the engine in the extension's background. Edge runtimes: take copydesk/module.");
  if (error instanceof WebAssembly.CompileError)
    return because('load-failed', /magic/i.test(said)
      ? 'what was found in its place is no WebAssembly, often the start page that a server gives for everything. Serve copydesk.wasm beside the JavaScript, or take copydesk/inline.'
      : 'the file is cut short or altered, or this browser is too old for it. Serve the file whole and unchanged.');
  if (error instanceof RangeError || /memory/i.test(said)) return because('out-of-memory', 'the browser refused it memory. Close what holds much, or load it once and share it.');
  if (error instanceof WebAssembly.LinkError) return because('load-failed', 'the WebAssembly file and this JavaScript do not fit. Take both from the same version of the package.');
  return because('load-failed', 'it could not be fetched. Serve copydesk.wasm beside the JavaScript and allow it in connect-src, or take copydesk/inline.');
}

/**
 * The `load` of an entry. The first call compiles; later ones get the same desk. A `module` of the caller's
 * own makes a desk of its own.
 * @param createEngine the glue's factory
 * @param {string} build which engine the glue belongs to, as it stands in the module's section "copydesk"
 * @param {() => Promise<WebAssembly.Module>} compile finds and compiles the entry's own module
 */
export function loader(createEngine, build, compile) {
  let shared;
  const open = async (module) => {
    checkBuild(module, build);
    const another = () => instantiate(createEngine, module);
    const desk = new Desk(await another(), another);
    warmUp(desk);
    return desk;
  };
  const fail = (error) => { throw explain(error); };
  return function load({ module } = {}) {
    if (module) return open(module).catch(fail);
    shared ??= Promise.resolve().then(compile).then(open).catch((error) => {
      shared = undefined; // the next call tries again
      fail(error);
    });
    return shared;
  };
}
