// Data flows one way: an include that points up the house fails here.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Folder (or public header) → layer. A file may include its own layer and those below.
const layers = [
  ['span', 'error', 'rule', 'metadata'],
  ['text', 'lexicon', 'values'], // a token knows its word's tags
  ['weigh', 'calendar'],
  ['blocks'],
  ['sentences', 'syntax', 'people'],
  ['quotes', 'dates', 'numbers'],
  ['findings', 'report'],
  ['input', 'patterns', 'json_ld'],
  ['copydesk', 'cli', 'wasm'],
];
const layerOf = (unit) => layers.findIndex((layer) => layer.includes(unit));

// Never one another: clashes between them are settled once, in the report.
const apart = new Set(['quotes', 'dates', 'numbers']);

// Where the outside world is allowed in.
const outside = [
  { what: 'RE2', header: /^re2\//, only: /^src\/patterns\/[^/]+\.cpp$/ },
  { what: 'simdjson', header: /^simdjson\.h$/, only: /^src\/input\/dom\.h$/ },
  { what: 'Emscripten', header: /^emscripten/, only: /^wasm\/bindings\.cpp$/ },
  {
    what: 'clocks, locales, streams, threads and files',
    header: /^(chrono|ctime|time\.h|locale|iostream|fstream|sstream|iomanip|regex|random|thread|mutex|filesystem|unistd\.h)$/,
    only: /^src\/cli\//,
  },
];

/** "src/dates/resolve.cpp" → "dates", "include/copydesk/dates.h" → "dates". */
function unitOfFile(path) {
  const [top, second, third] = path.split('/');
  if (top === 'include') return third.replace(/\.h$/, '');
  return top === 'wasm' ? 'wasm' : second;
}
function unitOfInclude(header) {
  const [folder, file] = header.split('/');
  if (folder === 'copydesk') return file.replace(/\.h$/, '');
  return file === undefined || header.endsWith('.gen.h') ? null : folder;
}

const includes = (source) => [...source.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)].map(([, mark, header]) => ({ mark, header }));

/** What is wrong with `files` (path → source), a sentence each. */
function violations(files) {
  const found = [];
  const seenBy = new Map(outside.map(({ what }) => [what, []]));
  for (const [path, source] of files) {
    const unit = unitOfFile(path);
    if (layerOf(unit) < 0) found.push(`${path}: the folder "${unit}" has no layer; give it one in tests/layers`);
    for (const { mark, header } of includes(source)) {
      for (const { what, header: pattern, only } of outside) {
        if (!pattern.test(header)) continue;
        seenBy.get(what).push(path);
        if (!only.test(path)) found.push(`${path}: includes <${header}>; ${what} belong elsewhere`);
      }
      const other = mark === '"' || header.startsWith('copydesk/') ? unitOfInclude(header) : null;
      if (other === null || other === unit || layerOf(other) < 0) continue;
      if (layerOf(other) > layerOf(unit)) found.push(`${path}: includes "${header}", which is above it`);
      else if (apart.has(unit) && apart.has(other)) found.push(`${path}: includes "${header}"; ${unit} and ${other} never see one another`);
    }
  }
  for (const what of ['RE2', 'Emscripten'])
    if (new Set(seenBy.get(what)).size > 1) found.push(`${what} is seen by ${[...new Set(seenBy.get(what))].join(' and ')}; one file is enough`);
  return found;
}

function sources() {
  const files = new Map();
  for (const folder of ['include', 'src', 'wasm'])
    for (const name of readdirSync(join(root, folder), { recursive: true }))
      if (/\.(h|cpp)$/.test(name)) files.set(`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8'));
  return files;
}

test('no include points upward', () => {
  const files = sources();
  assert.ok(files.size > 30, 'the sources were found');
  assert.deepEqual(violations(files), []);
});

test('an upward include is seen', () => {
  const wrong = (path, line) => violations(new Map([[path, `#include ${line}\n`]])).length;
  assert.equal(wrong('src/text/tokens.cpp', '"dates/dates.h"'), 1);
  assert.equal(wrong('src/dates/dates.cpp', '"numbers/numbers.h"'), 1);
  assert.equal(wrong('include/copydesk/span.h', '"copydesk/text.h"'), 1);
  assert.equal(wrong('src/dates/dates.cpp', '<ctime>'), 1);
  assert.equal(wrong('src/report/json.cpp', '"simdjson.h"'), 1);
  assert.equal(wrong('src/input/json_ld.cpp', '"simdjson.h"'), 1);
  assert.equal(wrong('src/fancy/fancy.cpp', '<vector>'), 1);
  assert.equal(wrong('src/dates/dates.cpp', '"text/tokens.h"'), 0);
  assert.equal(wrong('src/report/analyze.cpp', '"dates/dates.h"'), 0);
});

test('our sources are ASCII but for string literals and comments that need more', () => {
  // A byte that an editor hides (a BOM, a no-break space, a bidirectional mark) must be written as an escape.
  const hidden = /[\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
  assert.deepEqual([...sources()].filter(([, source]) => hidden.test(source)).map(([path]) => path), []);
});
