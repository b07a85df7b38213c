// npm run api: docs/api.md, the reference of the package, out of its types. A test compares the two.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain, main, root, say } from './run.mjs';
import { setUp } from './setup.mjs';

/** The entries and the file of each one's types. */
const entries = [
  ['copydesk', 'index', 'The desk. `copydesk/inline`, `copydesk/module` and `copydesk/core` have the same types.'],
  ['copydesk/worker', 'worker', 'The desk in a worker of its own.'],
  ['copydesk/dom', 'dom', 'Live pages: their text, painting, re-rendering, anchors, metadata. Changes nothing in the document.'],
  ['copydesk/helpers', 'helpers', 'What one usually wants of a report next. Pure functions.'],
  ['copydesk/exports', 'exports', 'A report in the forms that other tools read.'],
  ['copydesk/html', 'html', 'Saved pages, in Node.'],
];

/** One file's exported declarations, printed as Markdown. */
function printer(ts, file) {
  const flat = (node) => node.getText(file).replace(/\s+/g, ' ').replace(/ ?;$/, '');
  const prose = (comment) => (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? '')).replace(/\s*\n\s*/g, ' ').trim();
  const doc = (node) => prose(ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment ?? '');
  const cell = (text) => text.replaceAll('|', '\\|');
  const code = (text) => `\`${text}\``;

  function members(node) {
    const rows = node.members.map((member) => {
      const name = member.name ? flat(member.name) : 'constructor';
      const optional = member.questionToken ? '?' : '';
      const type = member.type && !member.parameters ? flat(member.type) : `(${(member.parameters ?? []).map(flat).join(', ')})${member.type ? `: ${flat(member.type)}` : ''}`;
      return `| ${code(name + optional)} | ${cell(code(type.replace(/^\| /, '')))} | ${cell(doc(member))} |`;
    });
    return rows.length ? ['', '| | type | |', '| --- | --- | --- |', ...rows] : [];
  }

  return function print(node) {
    const name = node.name?.getText(file);
    const above = (title) => [`### ${title}`, '', ...(doc(node) ? [doc(node), ''] : [])];
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      const parents = (node.heritageClauses ?? []).flatMap(({ types }) => types.map(flat));
      return [...above(name), parents.length ? `Has all of ${parents.map(code).join(', ')}.` : '', ...members(node), ''].filter((line, i, all) => line || all[i - 1]);
    }
    if (ts.isFunctionDeclaration(node)) return [...above(`${name}()`), '```ts', flat(node).replace(/^export (declare )?/, ''), '```', ''];
    if (ts.isTypeAliasDeclaration(node)) return [...above(name), '```ts', flat(node).replace(/^export (declare )?/, ''), '```', ''];
    return [];
  };
}

/** The whole of docs/api.md. */
export async function reference() {
  const { default: ts } = await import('typescript');
  const parts = await Promise.all(entries.map(async ([entry, types, about]) => {
    const file = ts.createSourceFile(`${types}.d.ts`, await readFile(join(root, 'web', `${types}.d.ts`), 'utf8'), ts.ScriptTarget.Latest, true);
    const exported = file.statements.filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
    // What one calls comes before what it is made of.
    const order = [...exported.filter(ts.isFunctionDeclaration), ...exported.filter((node) => !ts.isFunctionDeclaration(node))];
    return [`## ${entry}`, '', about, '', ...order.flatMap(printer(ts, file))].join('\n');
  }));
  return `# The package's reference\n\nMade of \`web/*.d.ts\` by \`npm run api\`. Offsets are UTF-16 code units, ranges half-open. docs/package.md shows each entry at work.\n\n${parts.join('\n')}`.replace(/\n{3,}/g, '\n\n').trimEnd() + '\n';
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUp('build');
    await writeFile(join(root, 'docs/api.md'), await reference());
    say('copydesk: docs/api.md is what the types say.');
  });
