// node report.mjs FILE…: who said what, when and how many, of text and HTML files.
import { readFile } from 'node:fs/promises';
import { load } from 'copydesk';
import { toMarkdown } from 'copydesk/exports';

const desk = await load();
for (const file of process.argv.slice(2)) {
  const content = await readFile(file, 'utf8');
  const { readHTML } = /\.html?$/.test(file) ? await import('copydesk/html') : {};
  const { text, reference } = readHTML ? await readHTML(content) : { text: content };
  console.log(toMarkdown(desk.analyze(text, { reference }), text));
}
