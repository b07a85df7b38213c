// The types of copydesk/html.

import type { TextMap } from './dom.js';

export interface Page {
  /** The article, its headline first. */
  text: string;
  /** The way back: from spans of `text` to the text nodes they were read from (`pieces`), in the document of the extract. */
  map: TextMap;
  title: string;
  /** When the page says it was published, for `analyze`'s `reference`. */
  reference?: string;
  /** The page's JSON-LD as it stands, one string a script, then what its <meta> and <time> say; for `analyze`. */
  jsonld: (string | object)[];
}

/**
 * The article of a saved page. Needs @mozilla/readability and linkedom or jsdom, which do not come with copydesk.
 * `readability: false` takes the whole body instead of the article alone.
 */
export function readHTML(html: string, options?: { url?: string; readability?: boolean }): Promise<Page>;
