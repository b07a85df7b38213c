// Turns rules/en/**/*.tsv into C++ tables.  Usage: node embed.mjs RULES_DIR OUT_DIR [SOURCE_DIR]
//
// The build runs it; nothing generated is committed and nothing is parsed at start-up.  A malformed
// row ends the build with file:line and the line itself.  rules/en/README.md describes the format.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FIRST_ID, buildLexicon, normalise, splitWords, wordHash } from './lexicon.mjs';
import { readTable, RowError } from './tsv.mjs';
import { inflect } from './inflect.mjs';

const [rulesDir, outDir, sourceDir] = process.argv.slice(2);
if (!rulesDir || !outDir) {
  console.error('usage: node embed.mjs RULES_DIR OUT_DIR [SOURCE_DIR]');
  process.exit(2);
}

const walk = (dir, ending) =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = join(dir, name);
      return statSync(path).isDirectory() ? walk(path, ending) : ending.test(name) ? [path] : [];
    });

const writeIfChanged = (path, text) => {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
};

const HEAD = '// Made by tools/embed from rules/. DO NOT EDIT: edit the table and build.\n';
const cString = (s) => `"${s.replace(/[\\"]/g, '\\$&').replace(/[^\x20-\x7e]/g, (c) => [...Buffer.from(c)].map((b) => '\\' + b.toString(8).padStart(3, '0')).join(''))}"`;
const camel = (s) => s.replace(/(^|[-_. ])([a-z0-9])/gi, (_, __, c) => c.toUpperCase());
const ident = (s) => s.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').replace(/^(\d)/, 'n$1');
const KEYWORDS = new Set('and or not int long short double float this new delete default do if else for while auto bool char class const enum export false true goto inline namespace operator private public register return signed sizeof static struct switch template throw try typedef union unsigned using virtual void volatile xor case break continue'.split(' '));
const enumerator = (s) => (KEYWORDS.has(ident(s)) ? ident(s) + '_' : ident(s));

/** A part that is one ASCII mark has its code as word id. */
const isMark = (part) => part.length === 1 && part < '\x7f' && !/[a-z0-9]/.test(part);

const list = (values, perLine = 20) => {
  const lines = [];
  for (let i = 0; i < values.length; i += perLine) lines.push('    ' + values.slice(i, i + perLine).join(', ') + ',');
  return lines.join('\n');
};

function main() {
  const tables = [];
  for (const path of walk(rulesDir, /\.tsv$/)) tables.push(readTable(path, relative(rulesDir, path)));
  const byName = new Map();
  for (const t of tables) {
    const key = t.kind + ' ' + t.name;
    if (byName.has(key)) throw new RowError(t.file, 1, '', `the ${t.kind} ${t.name} is already in ${byName.get(key).file}`);
    byName.set(key, t);
  }
  mkdirSync(join(outDir, 'tables'), { recursive: true });

  // Tags: one bit each, words share one lexicon.
  const tagNames = [];
  const tagOf = (name) => {
    let i = tagNames.indexOf(name);
    if (i < 0) i = tagNames.push(name) - 1;
    return i;
  };
  const words = new Map(); // normalised word -> Set of tags
  const addWord = (w, tag) => {
    if (!words.has(w)) words.set(w, new Set());
    if (tag !== undefined) words.get(w).add(tag);
  };
  const wordTables = tables.filter((t) => t.kind === 'list' || t.kind === 'table');
  for (const t of wordTables) {
    const declared = [t.kind === 'list' || t.key ? t.name : null, ...t.columns.filter((c) => c.type === 'tags').flatMap((c) => c.values)];
    for (const name of declared) if (name) tagOf(name);
  }
  for (const t of wordTables) {
    if (t.kind === 'table' && !t.key) continue;
    t.entries = [];
    for (const row of t.rows) {
      const forms = [[0, row.values[t.key.index]]];
      for (const c of t.columns.filter((c) => c.type === 'forms')) {
        const cell = row.values[c.index];
        const made = cell === '*' ? inflect(row.values[t.key.index], c.name) : cell;
        for (const form of made) forms.push([c.form, form]);
        row.values[c.index] = made;
      }
      const tags = t.columns.filter((c) => c.type === 'tags').flatMap((c) => row.values[c.index]);
      for (const [form, text] of forms) {
        const parts = splitWords(normalise(text));
        if (!parts.length) throw new RowError(t.file, row.line, row.text, 'an empty word');
        if (parts.length > 1 && t.kind === 'list') throw new RowError(t.file, row.line, row.text, 'a list takes single words; make it a table for phrases');
        parts.forEach((p, i) => !isMark(p) && addWord(p, i === 0 ? tagOf(t.name) : undefined));
        if (parts.length === 1) for (const tag of tags) addWord(parts[0], tagOf(tag));
        t.entries.push({ parts, form, row: row.index, line: row.line, text: row.text });
      }
    }
  }

  const lexicon = buildLexicon([...words.keys()].sort());
  const idOf = (part) => (isMark(part) ? part.charCodeAt(0) : lexicon.id(part));

  // lexicon.gen.h / .cpp
  const comboKey = (w) => (w === null ? '' : [...words.get(w)].sort((a, b) => a - b).join(','));
  const comboUses = new Map();
  for (const w of lexicon.slots) comboUses.set(comboKey(w), (comboUses.get(comboKey(w)) ?? 0) + 1);
  // The empty set first, it is that of every mark; then the common ones: small numbers compress best.
  comboUses.delete('');
  const combos = new Map(['', ...[...comboUses].sort((a, b) => b[1] - a[1]).map(([key]) => key)].map((key, i) => [key, i]));
  const comboOf = [...Array(FIRST_ID).fill(0), ...lexicon.slots.map((w) => combos.get(comboKey(w)))];
  const maskWords = Math.max(2, Math.ceil(tagNames.length / 64));
  const masks = [...combos.keys()].map((key) => {
    const m = Array(maskWords).fill(0n);
    if (key) for (const bit of key.split(',').map(Number)) m[bit >> 6] |= 1n << BigInt(bit & 63);
    return `{{${m.map((x) => x + 'ull').join(', ')}}}`;
  });
  writeIfChanged(
    join(outDir, 'lexicon.gen.h'),
    `${HEAD}#pragma once
#include <cstdint>
namespace copydesk {
enum class Tag : std::uint16_t {
${tagNames.map((t) => `  ${enumerator(t)},`).join('\n')}
};
inline constexpr unsigned kTagWords = ${maskWords};
namespace lexicon_data {
inline constexpr std::uint32_t slots = ${lexicon.slots.length};
inline constexpr std::uint32_t buckets = ${lexicon.displacements.length};
}  // namespace lexicon_data
}  // namespace copydesk
`,
  );
  writeIfChanged(
    join(outDir, 'lexicon.gen.cpp'),
    `${HEAD}#include "lexicon/data.h"
namespace copydesk::lexicon_data {
const std::uint16_t displacements[] = {
${list(lexicon.displacements)}
};
const std::uint16_t fingerprints[] = {
${list(lexicon.fingerprints)}
};
const std::uint16_t combos[] = {
${list(comboOf)}
};
const TagSet masks[] = {
${list(masks, 2)}
};
}  // namespace copydesk::lexicon_data
`,
  );

  const sources = ['lexicon.gen.cpp'];
  const idEnd = FIRST_ID + lexicon.slots.length;
  for (const t of tables.filter((t) => t.kind === 'table')) sources.push(...writeTable(t, idOf, idEnd));
  sources.push(...writeRules(tables.filter((t) => t.kind === 'rules')));
  const featured = (name) => tables.find((t) => t.kind === 'features' && (name === t.name || name.startsWith(t.name + '_')));
  for (const t of tables.filter((t) => t.kind === 'features'))
    sources.push(...writeFeatures(t, tables.filter((w) => w.kind === 'weights' && featured(w.name) === t)));
  for (const t of tables.filter((t) => t.kind === 'weights'))
    if (!featured(t.name)) throw new RowError(t.file, 1, '', `no features named ${t.name}`);
  writeIfChanged(join(outDir, 'all.gen.cpp'), HEAD + sources.map((s) => `#include "${s}"\n`).join(''));
  writeFileSync(join(outDir, 'stamp'), '');
}

// tables/NAME.gen.h: struct Row, the rows, and for keyed tables the keys and phrases.
function writeTable(t, idOf, idEnd) {
  const ns = enumerator(t.name);
  const fields = t.columns.filter((c) => !['note', 'tags', 'forms', 'example'].includes(c.type) && !c.isKey);
  const enums = fields.filter((c) => c.type === 'enum' || c.type === 'flags').map((c) => {
    const values = c.type === 'flags' ? c.values.map((v, i) => `${enumerator(v)} = ${1 << i}`) : c.values.map(enumerator);
    const size = c.type === 'flags' && c.values.length > 8 ? 'std::uint32_t' : 'std::uint8_t';
    return c.type === 'flags'
      ? `namespace ${enumerator(c.name)}_flag {\nenum : ${size} { none = 0, ${values.join(', ')} };\n}`
      : `enum class ${camel(c.name)} : ${size} { ${values.join(', ')} };`;
  });
  const fieldType = (c) =>
    ({ u8: 'std::uint8_t', u16: 'std::uint16_t', u32: 'std::uint32_t', i8: 'std::int8_t', i16: 'std::int16_t', i32: 'std::int32_t', str: 'const char*', key: 'const char*' })[c.type] ??
    (c.type === 'enum' ? camel(c.name) : c.values.length > 8 ? 'std::uint32_t' : 'std::uint8_t');
  const cell = (row, c) => {
    const v = row.values[c.index];
    if (c.type === 'str' || c.type === 'key') return cString(v);
    if (c.type === 'enum') return `${camel(c.name)}::${enumerator(v)}`;
    if (c.type === 'flags') return String(v.reduce((m, f) => m | (1 << c.values.indexOf(f)), 0));
    return String(v);
  };
  const keep = t.key && t.key.type === 'key';
  const all = keep ? [t.key, ...fields] : fields;
  const keyed = t.key !== null;
  const singles = keyed ? t.entries.filter((e) => e.parts.length === 1).map((e) => ({ ...e, id: idOf(e.parts[0]) })).sort((a, b) => a.id - b.id || a.row - b.row) : [];
  const phrases = keyed ? t.entries.filter((e) => e.parts.length > 1).map((e) => ({ ...e, ids: e.parts.map(idOf) })).sort((a, b) => a.ids[0] - b.ids[0] || b.ids.length - a.ids.length || a.row - b.row) : [];
  const rowCells = t.rows.map((r) => all.map((c) => cell(r, c)).join(', ') || '0');
  // Entries whose rows say the same share one.
  const rows = keyed ? [...new Set(rowCells)] : rowCells;
  const rowOf = new Map(rows.map((cells, i) => [cells, i]));
  for (const entry of [...singles, ...phrases]) entry.row = rowOf.get(rowCells[entry.row]);
  const header = `${HEAD}#pragma once
#include "lexicon/lookup.h"
namespace copydesk::tables::${ns} {
${enums.join('\n')}
struct Row {
${all.map((c) => `  ${fieldType(c)} ${enumerator(c.name)};`).join('\n') || '  char none;'}
};
${t.columns.some((c) => c.type === 'forms') ? `enum Form : std::uint8_t { base, ${t.columns.filter((c) => c.type === 'forms').map((c) => enumerator(c.name)).join(', ')} };\n` : ''}inline constexpr std::uint16_t size = ${rows.length};
extern const Row rows[];
${keyed ? 'extern const Keys keys;\n' : ''}}  // namespace copydesk::tables::${ns}
`;
  const body = `${HEAD}#include "tables/${t.name}.gen.h"
namespace copydesk::tables::${ns} {
const Row rows[] = {
${rows.map((cells) => `    {${cells}},`).join('\n')}
};
${keyed ? writeKeys(t, singles, phrases, idEnd) : ''}}  // namespace copydesk::tables::${ns}
`;
  writeIfChanged(join(outDir, 'tables', `${t.name}.gen.h`), header);
  writeIfChanged(join(outDir, 'tables', `${t.name}.gen.cpp`), body);
  return [`tables/${t.name}.gen.cpp`];
}

/** Entries as src/lexicon/lookup.h has them. @returns {{ code, initialiser, starts }} arrays named NAME_…, and what begins each bucket */
function packEntries(name, ids, entries, idEnd) {
  if (!entries.length) return { code: '', initialiser: '{}', buckets: [] };
  const shift = entries.length > 128 ? 6 : 8;
  const starts = [];
  for (let bucket = 0, i = 0; bucket <= ((idEnd - 1) >> shift) + 1; bucket++) {
    while (i < ids.length && ids[i] >> shift < bucket) i++;
    starts.push(i);
  }
  const gaps = ids.map((id, i) => (i && ids[i - 1] >> shift === id >> shift ? id - ids[i - 1] : id & ((1 << shift) - 1)));
  const planes = [
    ['rows_low', entries.map((e) => e.row & 255)],
    ['rows_high', entries.map((e) => e.row >> 8)],
    ['forms', entries.map((e) => e.form)],
  ].filter(([, values]) => values.some((v) => v));
  const array = (type, part, values) => `static const std::${type} ${name}_${part}[] = {\n${list(values)}\n};\n`;
  const plane = (part) => (planes.some(([p]) => p === part) ? `${name}_${part}` : 'nullptr');
  return {
    code: array('uint16_t', 'starts', starts) + array('uint8_t', 'gaps', gaps) + planes.map(([part, values]) => array('uint8_t', part, values)).join(''),
    initialiser: `{${name}_starts, ${name}_gaps, ${plane('rows_low')}, ${plane('rows_high')}, ${plane('forms')}, ${shift}}`,
    buckets: starts,
  };
}

function writeKeys(t, singles, phrases, idEnd) {
  const single = packEntries('single', singles.map((s) => s.id), singles, idEnd);
  const phrase = packEntries('phrase', phrases.map((p) => p.ids[0]), phrases, idEnd);
  const pool = phrases.map((p) => p.ids.slice(1));
  const restStarts = phrase.buckets.map((start) => pool.slice(0, start).flat().length);
  const rest = phrases.length
    ? `static const std::uint8_t phrase_lengths[] = {\n${list(phrases.map((p) => p.ids.length))}\n};
static const std::uint16_t rest_starts[] = {\n${list(restStarts)}\n};
static const WordId phrase_words[] = {\n${list(pool.flat())}\n};
`
    : '';
  const marks = [...singles.map((s) => s.id), ...phrases.map((p) => p.ids[0])].some((id) => id < FIRST_ID);
  return `${single.code}${phrase.code}${rest}const Keys keys = {${single.initialiser}, ${phrase.initialiser}, ${phrases.length ? 'phrase_lengths, rest_starts, phrase_words' : 'nullptr, nullptr, nullptr'}, Tag::${enumerator(t.name)}, ${marks}};
`;
}

// Rules: every "stage.rule"_rule in the sources has a row, every row is used.
function writeRules(files) {
  const rules = new Map();
  for (const t of files)
    for (const row of t.rows) {
      const name = `${t.name}.${row.values[0]}`;
      if (rules.has(name)) throw new RowError(t.file, row.line, row.text, `the rule ${name} stands twice`);
      rules.set(name, { file: t.file, row });
    }
  if (sourceDir) {
    const used = new Set();
    for (const path of walk(sourceDir, /\.(cpp|h)$/))
      readFileSync(path, 'utf8').split('\n').forEach((text, i) => {
        for (const m of text.replace(/\/\/.*/, '').matchAll(/"([a-z0-9.-]+)"_rule/g)) {
          used.add(m[1]);
          if (!rules.has(m[1])) throw new RowError(relative(join(sourceDir, '..'), path), i + 1, text, `the rule ${m[1]} has no row in rules/en/*/rules.tsv`);
        }
      });
    for (const [name, { file, row }] of rules)
      if (!used.has(name)) throw new RowError(file, row.line, row.text, `no source uses the rule ${name}`);
  }
  const sorted = [...rules.keys()].map((name) => ({ name, hash: wordHash(name) })).sort((a, b) => a.hash - b.hash);
  sorted.forEach((r, i) => {
    if (i && sorted[i - 1].hash === r.hash) throw new Error(`the rules ${r.name} and ${sorted[i - 1].name} share a hash: rename one`);
  });
  writeIfChanged(
    join(outDir, 'rules.gen.cpp'),
    `${HEAD}#include "lexicon/rule_names.h"
namespace copydesk::rule_data {
const std::uint16_t count = ${sorted.length};
const std::uint32_t hashes[] = {
${list([...sorted.map((r) => r.hash + 'u'), '0'], 8)}
};
const char* const names[] = {
${list([...sorted.map((r) => cString(r.name)), '""'], 4)}
};
}  // namespace copydesk::rule_data
`,
  );
  return ['rules.gen.cpp'];
}

// Features: ids at build time; weights beside them, 0 where the weights file has none.  The weights NAME
// are the features' `model`; weights NAME_PART weigh the same features for another decision, as `model_PART`.
function writeFeatures(t, weightTables) {
  const ns = enumerator(t.name);
  const names = [];
  const groups = t.rows.map((row) => {
    const [group, values] = row.values;
    const base = names.length;
    const axes = [[]];
    for (const v of values) v === '*' ? axes.push([]) : axes.at(-1).push(v);
    if (values.length && (axes.length > 3 || axes.some((a) => !a.length))) throw new RowError(t.file, row.line, row.text, 'values are one list, or two or three joined by *');
    if (values.length) axes.reduce((made, axis) => made.flatMap((m) => axis.map((v) => (m ? `${m}.${v}` : v))), ['']).forEach((v) => names.push(`${group}=${v}`));
    else names.push(group);
    return { group, values, axes, base };
  });
  const index = new Map(names.map((n, i) => [n, i]));
  if (index.size !== names.length) throw new RowError(t.file, 1, '', 'a feature stands twice');
  const models = new Map([['model', Array(names.length).fill(0)]]);
  for (const weights of weightTables) {
    const part = weights.name === t.name ? 'model' : 'model' + weights.name.slice(t.name.length);
    const w = Array(names.length).fill(0);
    for (const row of weights.rows) {
      const [name, value] = row.values;
      if (!index.has(name)) throw new RowError(weights.file, row.line, row.text, `no feature ${name}`);
      w[index.get(name)] = value;
    }
    models.set(part, w);
  }
  writeIfChanged(
    join(outDir, 'tables', `${t.name}.features.gen.h`),
    `${HEAD}#pragma once
#include "weigh/weigh.h"
namespace copydesk::features::${ns} {
${groups
  .map((g) =>
    g.values.length
      ? `/// ${g.values.join(' ')}\ninline constexpr weigh::${g.axes.length > 1 ? 'Grid' : 'Group'}<${g.axes.map((a) => a.length).join(', ')}> ${enumerator(g.group)}{${g.base}};${g.axes.length > 1 ? '' : `\nnamespace ${enumerator(g.group)}_is {\nenum : std::uint16_t { ${g.values.map((v, i) => `${enumerator(v)} = ${i}`).join(', ')} };\n}`}`
      : `inline constexpr weigh::Feature ${enumerator(g.group)}{${g.base}};`,
  )
  .join('\n')}
inline constexpr std::uint16_t count = ${names.length};
${[...models.keys()].map((m) => `extern const weigh::Model ${m};\n`).join('')}}  // namespace copydesk::features::${ns}
`,
  );
  writeIfChanged(
    join(outDir, 'tables', `${t.name}.features.gen.cpp`),
    `${HEAD}#include "tables/${t.name}.features.gen.h"
namespace copydesk::features::${ns} {
#ifdef COPYDESK_FEATURE_NAMES
static const char* const names[] = {
${list([...names.map(cString), '""'], 4)}
};
#else
static const char* const* const names = nullptr;
#endif
${[...models].map(([m, w]) => `static const std::int8_t ${m}_weights[] = {\n${list([...w, 0], 30)}\n};\nconst weigh::Model ${m} = {${m}_weights, names, ${names.length}};\n`).join('')}}  // namespace copydesk::features::${ns}
`,
  );
  return [`tables/${t.name}.features.gen.cpp`];
}

try {
  main();
} catch (e) {
  if (!(e instanceof RowError)) throw e;
  console.error(`rules/en/${e.file}:${e.line}: error: ${e.message}`.replace('rules/en/src/', 'src/'));
  if (e.text) console.error('  ' + e.text);
  process.exit(1);
}
