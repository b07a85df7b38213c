// Paints a report on a page with CSS Custom Highlights: nothing is added to the document, nothing moves.
// Each kind has a property or a line of its own (quotes a background, reported speech a dashed line, lower than the dotted
// one of dates, the solid one of figures and the wavy one of questions), so that what overlaps stays readable and no
// meaning hangs on colour alone.

/** The styles of each kind, as declarations; `dark` is merged over them on dark pages, `forced` in forced colours. */
export const defaultStyles = {
  quote: { light: 'background-color: #fff0b8', dark: 'background-color: #4d4215', forced: 'background-color: Mark; color: MarkText' },
  reported: { light: 'text-decoration: underline dashed 1px #8a6d00; text-underline-offset: 0.4em', dark: 'text-decoration-color: #d9b84a', forced: 'text-decoration: underline dashed 1px CanvasText; text-underline-offset: 0.4em' },
  date: { light: 'text-decoration: underline dotted 2px #0b6e99', dark: 'text-decoration-color: #6cc5ea', forced: 'text-decoration: underline dotted 2px CanvasText' },
  number: { light: 'text-decoration: underline solid 1.5px #a4372c', dark: 'text-decoration-color: #ff9a8d', forced: 'text-decoration: underline solid 2px CanvasText' },
  finding: { light: 'text-decoration: underline wavy 1.5px #8a2be2', dark: 'text-decoration-color: #cba6f7', forced: 'text-decoration: underline wavy 2px CanvasText' },
  current: { light: 'background-color: #ffd24d; color: #1a1a1a', dark: 'background-color: #ffd24d; color: #1a1a1a', forced: 'background-color: Highlight; color: HighlightText' },
};

const kinds = ['quote', 'date', 'number', 'finding'];
/** The names of the highlights, what lies below first. Reported speech is a kind of quote and has a style of its own. */
const layers = ['quote', 'reported', 'date', 'number', 'finding', 'current'];
const lists = { quote: 'quotes', date: 'dates', number: 'numbers', finding: 'findings' };

function sheetText(styles, prefix) {
  const rules = (theme) =>
    Object.entries(styles)
      .map(([kind, style]) => `::highlight(${prefix}-${kind}) { ${style[theme] ?? ''} }`)
      .join('\n');
  return `${rules('light')}\n@media (prefers-color-scheme: dark) {\n${rules('dark')}\n}\n@media (forced-colors: active) {\n${rules('forced')}\n}`;
}

/** The layer that shows a record. */
const layerOf = (kind, record) => (kind === 'quote' && record.kind === 'indirect' ? 'reported' : kind);

/** The spans that a record covers: a quote its own extent, a finding each of its places. */
const spansOf = (kind, record) => (kind === 'finding' ? record.spans : [record]);

/**
 * `root` itself, or as its page sees it: to content scripts Firefox 140 shows adopted style sheets as no list.
 * Only the style sheet passes through the page's hands.
 */
const styledRoot = (root) => (typeof root.adoptedStyleSheets?.[Symbol.iterator] === 'function' ? root : (root.wrappedJSObject ?? root));

/** Paints by CSS.highlights; one registry and one style sheet for each document and shadow root. */
class HighlightPaint {
  #prefix;
  #css;
  #sheets = new Map();
  #documents = new Set();

  constructor(prefix, styles) {
    this.#prefix = prefix;
    this.#css = sheetText(styles, prefix);
  }

  #adopt(root) {
    if (this.#sheets.has(root)) return;
    const styled = styledRoot(root);
    const { defaultView } = styled.ownerDocument ?? styled;
    if (!defaultView) return; // a frame that has gone meanwhile
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(this.#css);
    styled.adoptedStyleSheets.push(sheet);
    this.#sheets.set(root, sheet);
  }

  setAll(spans, page) {
    for (const [kind, list] of spans) this.set(kind, list, page);
    this.set('current', [], page);
  }

  set(kind, spans, page) {
    const ranges = spans.flatMap((span) => page.rangesOf(span));
    for (const root of page.roots) {
      this.#adopt(root);
      this.#documents.add(root.ownerDocument ?? root);
    }
    const name = `${this.#prefix}-${kind}`;
    for (const document of this.#documents) {
      const { CSS, Highlight } = document.defaultView ?? {};
      if (!CSS) continue;
      const own = ranges.filter((range) => range.startContainer.ownerDocument === document);
      if (!own.length) {
        CSS.highlights.delete(name);
        continue;
      }
      const highlight = new Highlight();
      for (const range of own) highlight.add(range);
      highlight.priority = layers.indexOf(kind);
      CSS.highlights.set(name, highlight);
    }
  }

  locate(node, offset) {
    return { node, offset };
  }

  range(span, page) {
    return page.rangesOf(span)[0] ?? null;
  }

  dispose() {
    for (const { defaultView } of this.#documents) for (const kind of layers) defaultView?.CSS.highlights.delete(`${this.#prefix}-${kind}`);
    for (const [root, sheet] of this.#sheets) {
      const { adoptedStyleSheets } = styledRoot(root);
      const at = adoptedStyleSheets.indexOf(sheet);
      if (at >= 0) adoptedStyleSheets.splice(at, 1);
    }
    this.#sheets.clear();
  }
}

/**
 * Paints by <mark> elements where highlights are not to be had. Every text node it splits is kept and put back as the
 * very same node, so that the document is afterwards what it was.
 */
class MarkPaint {
  #prefix;
  #styles;
  #kept = new Map();
  #wanted = new Map();

  constructor(prefix, styles) {
    this.#prefix = prefix;
    this.#styles = styles;
  }

  set(kind, spans, page) {
    this.#wanted.set(kind, spans);
    this.#restore();
    const byNode = new Map();
    for (const [each, list] of this.#wanted)
      for (const piece of list.flatMap((span) => [...page.pieces(span)])) {
        if (!byNode.has(piece.node)) byNode.set(piece.node, []);
        byNode.get(piece.node).push({ ...piece, kind: each });
      }
    for (const [node, list] of byNode) this.#mark(node, list);
  }

  setAll(spans, page) {
    this.#wanted = new Map(spans);
    this.set('current', [], page);
  }

  #mark(node, list) {
    const cuts = [...new Set([0, node.data.length, ...list.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
    const document = node.ownerDocument;
    const nodes = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const text = document.createTextNode(node.data.slice(cuts[i], cuts[i + 1]));
      const over = list.filter(({ from, to }) => from <= cuts[i] && to >= cuts[i + 1]).map(({ kind }) => kind);
      if (!over.length) {
        nodes.push(text);
        continue;
      }
      const mark = document.createElement('mark');
      mark.dataset[this.#prefix] = [...new Set(over)].join(' ');
      mark.style.cssText = `background: none; color: inherit; ${over.map((kind) => this.#styles[kind].light).join('; ')}`;
      mark.append(text);
      nodes.push(mark);
    }
    node.replaceWith(...nodes);
    this.#kept.set(node, nodes);
  }

  /** The place in the document's own text node of a place in one of its stand-ins. */
  locate(node, offset) {
    const own = node.parentNode?.localName === 'mark' ? node.parentNode : node;
    for (const [kept, nodes] of this.#kept) {
      let before = 0;
      for (const each of nodes) {
        if (each === own) return { node: kept, offset: before + offset };
        before += each.textContent.length;
      }
    }
    return { node, offset };
  }

  range() {
    for (const nodes of this.#kept.values())
      for (const each of nodes)
        if (each.dataset?.[this.#prefix].split(' ').includes('current')) {
          const range = each.ownerDocument.createRange();
          range.selectNodeContents(each);
          return range;
        }
    return null;
  }

  #restore() {
    for (const [node, nodes] of this.#kept) {
      if (nodes[0].parentNode) nodes[0].before(node);
      for (const each of nodes) each.remove();
    }
    this.#kept.clear();
  }

  dispose() {
    this.#wanted.clear();
    this.#restore();
  }
}

class Painter {
  #paint;
  #page = null;
  #report = null;
  #kinds = kinds;
  #marks;

  constructor({ prefix, styles, marks }) {
    const merged = Object.fromEntries(Object.entries(defaultStyles).map(([kind, style]) => [kind, { ...style, ...styles?.[kind] }]));
    this.#marks = marks ?? !('highlights' in (globalThis.CSS ?? {}));
    this.#paint = this.#marks ? new MarkPaint(prefix, merged) : new HighlightPaint(prefix, merged);
  }

  /** "highlights" or "marks": which of the two ways is in use. */
  get mode() {
    return this.#marks ? 'marks' : 'highlights';
  }

  /**
   * Paints `report`, which must be of `page.text`. What was painted before goes. Spans whose words have changed on the
   * page meanwhile are left out.
   * @param {{kinds?: ('quote'|'date'|'number'|'finding')[]}} [options] which kinds; all when left out
   */
  paint(page, report, { kinds: chosen = kinds } = {}) {
    this.#page = page;
    this.#report = report;
    this.#kinds = chosen;
    const wanted = new Map(layers.map((layer) => [layer, []]));
    for (const kind of chosen) for (const record of report[lists[kind]]) wanted.get(layerOf(kind, record)).push(...spansOf(kind, record));
    wanted.delete('current');
    this.#paint.setAll([...wanted], page);
  }

  /** Marks one span as the one that is looked at; none when left out. @returns {Range|null} where it is now */
  select(span) {
    if (!this.#page) return null;
    this.#paint.set('current', span ? [span] : [], this.#page);
    return span ? this.#paint.range(span, this.#page) : null;
  }

  /**
   * What is painted under a point of the window (`event.clientX`, `event.clientY`), the narrowest first.
   * @returns {{kind: string, index: number, record: object}[]}
   */
  at(x, y, document = globalThis.document) {
    const place = this.#page && characterAt(this.#page.roots, x, y, document);
    if (!place) return [];
    const own = this.#paint.locate(place.node, place.offset);
    const offset = this.#page.offsetOf(own.node, own.offset);
    if (offset < 0) return [];
    const found = [];
    for (const kind of this.#kinds)
      this.#report[lists[kind]].forEach((record, index) => {
        for (const span of spansOf(kind, record))
          if (span.start <= offset && offset < span.end) found.push({ kind, index, record, length: span.end - span.start });
      });
    return found.sort((a, b) => a.length - b.length).map(({ kind, index, record }) => ({ kind, index, record }));
  }

  /** Takes everything away; the document is as it was. */
  dispose() {
    this.#paint.dispose();
    this.#page = this.#report = null;
  }
}

/** The character under a point, as its text node and its place there. */
function characterAt(roots, x, y, document) {
  const shadowRoots = roots.filter((root) => root.host);
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  const older = caret ? null : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? older?.startContainer;
  if (node?.nodeType !== 3) return null;
  const offset = caret?.offset ?? older.startOffset;
  // A caret stands between two characters: take the one whose box holds the point.
  const range = node.ownerDocument.createRange();
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= node.data.length) continue;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const box of range.getClientRects()) if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return { node, offset: at };
  }
  return null;
}

/**
 * A painter for this page.
 * @param {{prefix?: string, styles?: object, marks?: boolean}} [options] `prefix` of the highlights' names; `styles` to
 *   merge over `defaultStyles`; `marks`: force the <mark> fallback (true) or forbid it (false)
 */
export function createPainter({ prefix = 'copydesk', styles, marks } = {}) {
  return new Painter({ prefix, styles, marks });
}
