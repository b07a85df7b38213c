// node tools/embed/unicode.mjs UNICODE_GROUPS_CC OUT: RE2's tables of Unicode classes, packed.
//
// General categories never overlap, nor do scripts: either is one list of runs over all code points, where RE2 has a list
// of ranges for each class, and the letters that sum up categories (L, N, …) a list again.  cmake/re2/unicode_groups.cc
// makes RE2's ranges of the runs when the first \p{…} is met.
import { readFile, writeFile } from 'node:fs/promises';

/** The classes of RE2's source: name → ranges [first, last], in order. */
export function classesOf(source) {
  const arrays = new Map();
  for (const [, name, body] of source.matchAll(/static const URange(?:16|32) (\w+)\[\] = \{([\s\S]*?)\n\};/g))
    arrays.set(name, [...body.matchAll(/\{ (\w+), (\w+) \}/g)].map(([, low, high]) => [Number(low), Number(high)]));
  const classes = new Map();
  for (const [, name, low, high] of source.matchAll(/\{ "(\w+)", \+1, (\w+), \d+, (\w+), \d+ \}/g))
    classes.set(name, [...(arrays.get(low) ?? []), ...(arrays.get(high) ?? [])]);
  if (classes.size < 150) throw new Error('the source of RE2’s Unicode classes is not as it was; see tools/embed/unicode.mjs');
  return classes;
}

/** @returns {{ lengths: number[], ids: number[] }} runs: how many code points, and which class they are of (from 1 on; 0 is none) */
export function runsOf(classes) {
  const ranges = [...classes.values()].flatMap((list, at) => list.map(([low, high]) => ({ low, high, id: at + 1 }))).sort((a, b) => a.low - b.low);
  const [lengths, ids] = [[], []];
  const run = (length, id) => {
    lengths.push(length);
    ids.push(id);
  };
  let next = 0;
  for (const { low, high, id } of ranges) {
    if (low < next) throw new Error(`two Unicode classes share ${low}`);
    if (low > next) run(low - next, 0);
    run(high - low + 1, id);
    next = high + 1;
  }
  return { lengths, ids };
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

const list = (numbers) => numbers.join(',').replace(/(.{1,110}),/g, '$1,\n');

function tables(prefix, classes) {
  const { lengths, ids } = runsOf(classes);
  return `const char* const ${prefix}Names = "${[...classes.keys()].join('\\0')}\\0";
const int ${prefix}Count = ${classes.size};
const uint8_t ${prefix}Lengths[] = {${list(lengths.flatMap(leb))}};
const uint8_t ${prefix}Ids[] = {${list(ids)}};
const int ${prefix}Runs = ${ids.length};
`;
}

const [, , from, to] = process.argv;
if (to) {
  const classes = [...classesOf(await readFile(from, 'utf8'))];
  const isCategory = (name) => /^[CLMNPSZ][a-z]$/.test(name); // "Yi" is a script
  const categories = new Map(classes.filter(([name]) => isCategory(name)));
  const scripts = new Map(classes.filter(([name]) => name.length > 1 && !isCategory(name)));
  await writeFile(to, `// Made by tools/embed/unicode.mjs of RE2's unicode_groups.cc.\n${tables('kCategory', categories)}${tables('kScript', scripts)}`);
}
