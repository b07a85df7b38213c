// copydesk/html, for Node: the article of a saved page, by @mozilla/readability on linkedom or jsdom. None of them comes
// with copydesk: npm install @mozilla/readability linkedom
import { CopydeskError } from './desk.js';
import { collect } from './dom.js';
import { metadata } from './metadata.js';

async function optional(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return null;
  }
}

async function parse(html, url) {
  const linkedom = await optional('linkedom');
  if (linkedom) {
    const inBody = (markup) => linkedom.parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;
    if (!/<html[\s>]/i.test(html)) return inBody(html);
    const { document } = linkedom.parseHTML(html);
    // Where the page's frame is broken (a second head, no opening one), linkedom finds no body: the frame is left out.
    return document.body?.textContent.trim() ? document : inBody(html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, ''));
  }
  const jsdom = await optional('jsdom');
  if (jsdom) return new jsdom.JSDOM(html, { url }).window.document;
  throw new CopydeskError('load-failed', 'copydesk/html needs linkedom or jsdom beside it: npm install @mozilla/readability linkedom');
}

/** A title that a page's metadata cut short, as a heading of the page has it. */
function wholeTitle(title, document) {
  const whole = title.trim();
  const cut = whole.replace(/(?:…|\.{3})$/, '').trimEnd();
  if (cut === whole || cut.length < 20) return title;
  const headings = [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent.trim().replace(/\s+/g, ' '));
  return headings.find((heading) => heading.startsWith(cut)) ?? title;
}

/**
 * The article of a page: its text, ready for `analyze`, its title, and the day its metadata say it was published.
 * @param {string} html
 * @param {{url?: string, readability?: boolean}} [options] `readability`: false takes the whole body
 * @returns {Promise<{text: string, map: import('./text-map.js').TextMap, title: string, reference?: string, jsonld: (string|object)[]}>}
 */
export async function readHTML(html, { url = 'about:blank', readability = true } = {}) {
  const document = await parse(html, url);
  const { jsonld, published: reference } = metadata(document);
  const title = (document.title || document.querySelector('title')?.textContent) ?? '';
  const found = readability ? await optional('@mozilla/readability') : null;
  if (readability && !found) throw new CopydeskError('load-failed', 'copydesk/html needs @mozilla/readability beside it: npm install @mozilla/readability');
  const article = found && new found.Readability(document.cloneNode(true), { keepClasses: true }).parse();
  if (!article?.content) {
    const map = collect(document.body);
    return { text: map.text, map, title, reference, jsonld };
  }
  const extract = await parse(`<!doctype html><html><body>${article.content}</body></html>`, url);
  const headline = wholeTitle(article.title || title, document);
  let map = collect(extract.body);
  if (headline && !map.text.startsWith(headline)) {
    // The headline stands outside of what Readability took; as a heading of the extract it is on the map too.
    const heading = extract.createElement('h1');
    heading.textContent = headline;
    extract.body.prepend(heading);
    map = collect(extract.body);
  }
  return { text: map.text, map, title: headline, reference, jsonld };
}
