// The article on the page: one element a block, the text in it untouched, and the way from report offsets to it.
import { TextMap } from '../text-map.js';

const tags = { headline: 'h2', subheading: 'h3', 'quote-block': 'blockquote', table: 'pre' };

/** Shows `text` in `galley` by its blocks. @returns {TextMap} */
export function show(galley, text, blocks) {
  const runs = [];
  const elements = blocks.map(({ start, end, kind }) => {
    const element = document.createElement(tags[kind] ?? 'p');
    element.className = kind;
    const node = document.createTextNode(text.slice(start, end));
    element.append(node);
    runs.push({ node, offset: 0, start, length: end - start });
    return element;
  });
  galley.replaceChildren(...elements);
  return new TextMap(text, runs, [document]);
}

/** Writes the speakers' names beside their quotes, each as near to its line as those above let it be. */
export function annotate(margin, galley, page, quotes, nameOf, open) {
  margin.replaceChildren();
  if (!margin.clientWidth) return;
  const top = margin.getBoundingClientRect().top;
  let free = 0;
  let before = null;
  quotes.forEach((quote, index) => {
    if (quote.kind === 'title' || quote.kind === 'scare') return;
    const name = nameOf(quote);
    const range = page.rangesOf(quote)[0];
    if (!range || name === before) return;
    before = name;
    const note = document.createElement('div');
    note.className = name ? 'note' : 'note open';
    note.textContent = name ?? 'who says this?';
    note.addEventListener('click', () => open({ kind: 'quote', index }));
    margin.append(note);
    const line = range.getClientRects()[0].top - top + 4;
    const place = Math.max(line, free);
    note.style.top = `${place}px`;
    free = place + note.offsetHeight + 6;
  });
}
