// Reads the text of a live page without touching it, and finds the way back from a place in the text to the page.
//
//   const page = collect(document.body);
//   const report = desk.analyze(page.text);
//   const painter = createPainter();
//   painter.paint(page, report);
import { TextMap } from './text-map.js';

export { TextMap };
export { createPainter } from './highlight.js';
export { anchor, describe, textFragment } from './anchor.js';
export { follow } from './follow.js';
export { metadata } from './metadata.js';

const unread = new Set(
  ('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT BUTTON SVG MATH CANVAS OBJECT EMBED VIDEO AUDIO IMG PICTURE ' +
    'METER PROGRESS DATALIST HEAD TITLE').split(' '),
);
const elementNode = 1;
const textNode = 3;

/** What an element does to the text around it. */
const edges = { none: '', tab: '\t', line: '\n', paragraph: '\n\n' };
const strength = { '': 0, '\t': 1, '\n': 2, '\n\n': 3 };

/** Summaries of <details> have the display of list items, and are none. */
const isItem = (element, display) => display === 'list-item' && element.localName !== 'summary';

function edgeOf(element, display) {
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) return edges.none;
  if (display === 'table-cell') return edges.tab;
  if (display === 'table-row' || isItem(element, display) || element.localName === 'dt' || element.localName === 'dd') return edges.line;
  return edges.paragraph;
}

const byTag = (display, names) => names.split(' ').map((name) => [name, display]);
/** What browsers show elements as, for documents that nobody shows (DOMParser, linkedom, jsdom). */
const displays = new Map([
  ...byTag('block', 'address article aside blockquote body center details div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre search section summary table tbody thead tfoot ul'),
  ...byTag('list-item', 'li'),
  ...byTag('table-row', 'tr'),
  ...byTag('table-cell', 'td th'),
  ...byTag('none', 'head script style noscript template title'),
]);

function styleOf(element) {
  const view = element.ownerDocument.defaultView;
  if (view?.CSSStyleSheet && view.getComputedStyle) return view.getComputedStyle(element);
  const display = element.hasAttribute('hidden') ? 'none' : (displays.get(element.localName) ?? 'inline');
  return { display, visibility: 'visible', whiteSpace: element.localName === 'pre' ? 'pre' : 'normal', position: 'static' };
}

const clipped = (style) =>
  style.position === 'absolute' && (style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clipPath === 'inset(50%)' || style.clipPath === 'inset(100%)');

/** How white space is kept: 0 folded, 1 line breaks only, 2 as it stands. */
function keeping(whiteSpace) {
  if (whiteSpace === 'pre-line') return 1;
  return whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces' ? 2 : 0;
}

/** The pieces of a text node for each way of keeping: words with single spaces between them, breaks, other white space. */
const pieces = [/[^\t\n\f\r ]+(?: [^\t\n\f\r ]+)*|[\t\n\f\r ]+/g, /[^\t\n\f\r ]+(?: [^\t\n\f\r ]+)*|[\t\f\r ]+|\n/g, /[^\n]+|\n/g];

/** Puts the text together: folds white space, inserts what the layout shows as breaks, and notes where each piece is from. */
class Writer {
  #parts = [];
  #length = 0;
  #edge = '';
  #space = null;
  #bullet = '';
  #apart = true;
  #root = null;
  runs = [];

  #put(text) {
    this.#parts.push(text);
    this.#length += text.length;
  }

  edge(kind) {
    if (strength[kind] > strength[this.#edge]) this.#edge = kind;
  }

  bullet() {
    this.#bullet = '• ';
  }

  /** Nothing may reach over what was left out here. */
  gap() {
    this.#apart = true;
  }

  enter(root) {
    if (root !== this.#root) this.#apart = true;
    this.#root = root;
  }

  /** Writes what has been waiting for the next visible character. */
  #settle() {
    if (this.#edge) {
      if (this.#length) this.#put(this.#edge);
      if (this.#bullet) this.#put(this.#bullet);
      this.#apart ||= this.#space?.apart ?? false;
    } else if (this.#space) {
      const after = this.#apart;
      this.#apart = this.#space.apart;
      this.#run(this.#space.node, this.#space.offset, ' ');
      this.#apart = after;
    }
    this.#edge = this.#bullet = '';
    this.#space = null;
  }

  #run(node, offset, text) {
    const last = this.runs.at(-1);
    if (last && !this.#apart && last.node === node && last.offset + last.length === offset && last.start + last.length === this.#length)
      last.length += text.length;
    else this.runs.push({ node, offset, start: this.#length, length: text.length, apart: this.#apart });
    this.#apart = false;
    this.#put(text);
  }

  text(node, keep) {
    const { data } = node;
    for (const { 0: piece, index } of data.matchAll(pieces[keep])) {
      if (piece === '\n' && keep) this.edge(this.#edge === '\n' ? '\n\n' : '\n');
      else if (keep !== 2 && /^[\t\n\f\r ]/.test(piece)) {
        if (this.#length && !this.#edge && !this.#space) {
          this.#space = { node, offset: index, apart: this.#apart };
          this.#apart = false;
        }
      } else {
        this.#settle();
        this.#run(node, index, piece);
      }
    }
  }

  finish(roots) {
    return new TextMap(this.#parts.join(''), this.runs, roots);
  }
}

/**
 * Walks what the page shows, in order, without recursion, so that depth costs nothing. Yields now and then.
 * Open shadow roots are entered, slots show what was put into them, frames of the same origin are read.
 */
function* walk(root, writer, roots, { frames, shadowRootOf, skip }) {
  const stack = [{ node: root, leave: null, keep: 0, visible: true, tree: root.getRootNode() }];
  let since = 0;
  while (stack.length) {
    const { node, leave, keep, visible, tree } = stack.pop();
    if (leave !== null) {
      writer.edge(leave);
      continue;
    }
    if (++since % 256 === 0) yield;
    if (node.nodeType === textNode) {
      if (!visible) continue;
      writer.enter(tree);
      writer.text(node, keep);
      continue;
    }
    const children = (list, next) => {
      for (let i = list.length - 1; i >= 0; i--) stack.push({ node: list[i], leave: null, ...next });
    };
    if (node.nodeType !== elementNode) {
      children(node.childNodes, { keep, visible, tree });
      continue;
    }
    const name = node.localName;
    if (name === 'br') {
      writer.edge(edges.line);
      continue;
    }
    const style = styleOf(node);
    if (style.display === 'none') continue;
    const frame = name === 'iframe' && frames ? frameBody(node) : null;
    if ((unread.has(name.toUpperCase()) || name === 'iframe' || node.getAttribute('aria-hidden') === 'true' || clipped(style) || skip?.(node)) && !frame) {
      writer.gap();
      continue;
    }
    const edge = edgeOf(node, style.display);
    if (edge) {
      writer.edge(edge);
      stack.push({ node: null, leave: edge });
    }
    if (isItem(node, style.display)) writer.bullet();
    const next = { keep: style.whiteSpace === 'normal' && !node.ownerDocument.defaultView ? keep : keeping(style.whiteSpace), visible: style.visibility === 'visible', tree };
    if (frame) {
      roots.add(frame.ownerDocument);
      children([frame], { ...next, tree: frame.ownerDocument });
      continue;
    }
    const shadow = shadowRootOf(node);
    if (shadow) {
      roots.add(shadow);
      children(shadow.childNodes, { ...next, tree: shadow });
    } else if (name === 'slot') {
      const put = node.assignedNodes({ flatten: true });
      if (put.length) children(put, { ...next, tree: put[0].getRootNode() });
      else children(node.childNodes, next);
    } else if (name === 'details' && !node.open) {
      writer.gap();
      children([...node.children].filter((child) => child.localName === 'summary').slice(0, 1), next);
    } else {
      children(node.childNodes, next);
    }
  }
}

function frameBody(frame) {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null; // another origin
  }
}

const settings = (options) => ({ frames: true, shadowRootOf: (element) => element.shadowRoot, ...options });

/**
 * Reads the text under `root` at once. For pages of unknown size prefer `collectInSlices`.
 * @param {Element|Document} [root] the whole body when left out
 * @param {{frames?: boolean, shadowRootOf?: (element: Element) => ShadowRoot | null, skip?: (element: Element) => boolean}} [options]
 *   `frames`: read frames of the same origin too; `skip`: elements to leave out
 */
export function collect(root = document.body, options) {
  const roots = new Set([root.getRootNode()]);
  const writer = new Writer();
  for (const _ of walk(root, writer, roots, settings(options)));
  return writer.finish(roots);
}

const pause = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });

/**
 * Reads the text under `root` in slices of a few milliseconds, so that the page stays responsive. A page that changes
 * meanwhile is read again; one that never rests is read at once after three attempts.
 * @param {Element|Document} [root]
 * @param {{slice?: number, signal?: AbortSignal}} [options] `slice` in milliseconds; also those of `collect`
 */
export async function collectInSlices(root = document.body, { slice = 8, signal, ...options } = {}) {
  for (let attempt = 0; attempt < 3; attempt++) {
    let changed = false;
    const observer = new MutationObserver(() => { changed = true; });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    const roots = new Set([root.getRootNode()]);
    const writer = new Writer();
    let until = performance.now() + slice;
    for (const _ of walk(root, writer, roots, settings(options))) {
      if (performance.now() < until) continue;
      await pause();
      if (signal?.aborted) observer.disconnect();
      signal?.throwIfAborted();
      if (changed) break;
      until = performance.now() + slice;
    }
    changed ||= observer.takeRecords().length > 0;
    observer.disconnect();
    if (!changed) return writer.finish(roots);
  }
  return collect(root, options);
}
