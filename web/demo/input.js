// What people drop: text, a saved page, article JSON. All become a text and options.
import { collect, metadata } from '../dom.js';

const clean = (text) => text.replace(/^\uFEFF/, '');

/** The article of a saved page: its <article> or <main>, else its body. */
export function fromHTML(html) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const root = document.querySelector('article') ?? document.querySelector('main, [role="main"]') ?? document.body;
  return { text: collect(root).text, reference: metadata(document).published?.slice(0, 10) };
}

function fromJSON(json) {
  const data = JSON.parse(json);
  const article = Array.isArray(data) ? data[0] : data;
  const text = article?.text ?? article?.articleBody;
  if (typeof text !== 'string') throw new Error('the JSON has no "text" or "articleBody".');
  const head = article.text === undefined && article.headline ? `${article.headline}\n\n` : '';
  return { text: head + text, reference: article.reference ?? article.datePublished?.slice(0, 10) };
}

const limit = 20_000_000;

/** Reads a dropped or chosen file. Throws a sentence for people. */
export async function fromFile(file) {
  if (file.size > limit) throw new Error(`${file.name} has ${Math.round(file.size / 1e6)} MB; this page reads up to ${limit / 1e6} MB.`);
  const content = clean(await file.text());
  if (content.includes('\u0000')) throw new Error(`${file.name} is no text.`);
  try {
    if (/json/.test(file.type) || /\.json$/i.test(file.name)) return fromJSON(content);
  } catch (error) {
    throw new Error(`${file.name}: ${error.message}`);
  }
  if (/html/.test(file.type) || /\.html?$/i.test(file.name)) return fromHTML(content);
  return { text: content };
}
