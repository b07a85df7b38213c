// The texts that more than one test reads: our articles, the case files, and strings made to be awkward.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Our own whole articles: { name, text, options }. */
export function articles() {
  const folder = join(root, 'tests/articles');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const file = join(folder, name, 'options.json');
      const { article, ...options } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      return { name, text: readFileSync(article ? join(root, article) : join(folder, name, 'article.txt'), 'utf8'), options };
    });
}

/** The input of every case under tests/cases/en: the lines between its title (===) and its expectation (---). */
export function caseTexts() {
  const folder = join(root, 'tests/cases/en');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split(/^===.*$/m).slice(1).map((part, at) => ({
      name: `${name} ${at + 1}`,
      text: part.split(/^---$/m)[0].replace(/^@.*\n/gm, '').trim(),
      options: {},
    })));
}

/** Strings that have broken text tools before. */
export const awkward = [
  '', ' ', '\n', '\0', 'a', '"', '“', '\ufeffA byte order mark. Then text.', 'One.\r\nTwo.\r\n\r\nThree.',
  'e\u0301 combining “te\u0301xt” said A\u030angstr\u00f6m.', '👩🏽‍🚀 said “🚀 on June 3, 2024” for $5 million 👍.',
  'lone \ud800 and \udc00 “quo\ud83dte,” he said on Monday.', '\ud83d', 'x\udc00', 'שלום “עולם” 5 مرحبا ٥ June 3.',
  'A\u00a0B\u2009C\u2028D\u2029E “F” 1\u202f000\u202f000.', 'nul\0in “the\0middle” of 5\0 million.', '“'.repeat(300), "'".repeat(300),
  '.'.repeat(300), '1,'.repeat(300), '$'.repeat(300), '“a” '.repeat(100), 'Mr. A. B. '.repeat(60), '('.repeat(300) + ')'.repeat(300),
].map((text, at) => ({ name: `awkward ${at}`, text, options: {} }));
