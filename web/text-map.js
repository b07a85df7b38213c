// The way between places in a text and places in a document.

const normal = (text) => text.replace(/[\t\n\f\r]/g, ' ');

/**
 * A text and the text nodes it was read from. Run i says that `length` code units from `start` on are those of `node`
 * from `offset` on; what lies between runs (the line break after a heading) stands in no node.
 */
export class TextMap {
  #starts;
  #nodes;
  #offsets;
  #lengths;
  #breaks;
  #document;
  #places;

  /**
   * @param {string} text
   * @param {{node: Text, offset: number, start: number, length: number, apart?: boolean}[]} runs in the order of the text;
   *   `apart`: no range may reach from the run before into this one (another root, or something between that was not read)
   * @param {Iterable<Document|ShadowRoot>} [roots] where the nodes are
   */
  constructor(text, runs, roots = []) {
    this.text = text;
    this.roots = [...new Set(roots)];
    this.#document = this.roots[0]?.ownerDocument ?? this.roots[0];
    this.#starts = Int32Array.from(runs, (run) => run.start);
    this.#offsets = Int32Array.from(runs, (run) => run.offset);
    this.#lengths = Int32Array.from(runs, (run) => run.length);
    this.#breaks = Uint8Array.from(runs, (run) => (run.apart ? 1 : 0));
    this.#nodes = runs.map((run) => run.node);
  }

  /** The last run that starts at or before `offset`; -1 for none. */
  #runAt(offset) {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Is run `i` still in its document, and does its node still hold what was read? */
  #stands(i, from, to) {
    const node = this.#nodes[i];
    const at = this.#offsets[i] - this.#starts[i];
    // A frame that was taken away keeps its document, which nobody sees.
    const document = node.ownerDocument;
    if (document !== this.#document && !document.defaultView) return false;
    return node.isConnected && normal(node.data.slice(from + at, to + at)) === normal(this.text.slice(from, to));
  }

  /**
   * The ranges that show `span`: one, or several where it crosses into another root. Empty when the document has changed
   * under it, so that nothing is ever painted on other words.
   * @returns {Range[]}
   */
  rangesOf({ start, end }) {
    const ranges = [];
    let open = null;
    for (let i = Math.max(0, this.#runAt(start)); i < this.#starts.length && this.#starts[i] < end; i++) {
      const from = Math.max(start, this.#starts[i]);
      const to = Math.min(end, this.#starts[i] + this.#lengths[i]);
      if (from >= to) continue;
      if (!this.#stands(i, from, to)) return [];
      const node = this.#nodes[i];
      const at = this.#offsets[i] - this.#starts[i];
      if (!open || this.#breaks[i]) {
        open = node.ownerDocument.createRange();
        open.setStart(node, from + at);
        ranges.push(open);
      }
      open.setEnd(node, to + at);
    }
    return ranges;
  }

  /** The text nodes under `span`, each with the part of it that belongs to the span. */
  *pieces({ start, end }) {
    for (let i = Math.max(0, this.#runAt(start)); i < this.#starts.length && this.#starts[i] < end; i++) {
      const from = Math.max(start, this.#starts[i]);
      const to = Math.min(end, this.#starts[i] + this.#lengths[i]);
      if (from >= to) continue;
      if (!this.#stands(i, from, to)) return;
      const at = this.#offsets[i] - this.#starts[i];
      yield { node: this.#nodes[i], from: from + at, to: to + at };
    }
  }

  /** The place in the text of a place in a text node; -1 when that was not read. */
  offsetOf(node, offset) {
    if (!this.#places) {
      this.#places = new Map();
      this.#nodes.forEach((each, i) => {
        if (!this.#places.has(each)) this.#places.set(each, i);
      });
    }
    let i = this.#places.get(node) ?? -1;
    if (i < 0) return -1;
    while (this.#nodes[i + 1] === node && this.#offsets[i + 1] <= offset) i++;
    const into = offset - this.#offsets[i];
    return into >= 0 && into <= this.#lengths[i] ? this.#starts[i] + into : -1;
  }
}
