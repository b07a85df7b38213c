// Case files: read them, and check a report against a case.  tests/cases/README.md tells the format.

/** A line that says something nobody can check: the case file is at fault, not the engine. */
export class Malformed extends Error {}

const kinds = new Set(['sentence', 'block', 'quote', 'person', 'date', 'number', 'headline', 'author', 'published', 'updated',
  'dateline', 'credit', 'reference', 'finding', 'match']);

/** White space of any length as one space. */
export const squeeze = (text) => text.replace(/\s+/gu, ' ').trim();

/** The cases of a file: { title, line, known, options, text, expected: [{ line, source }] }. Throws `Malformed`. */
export function parseCases(content, file) {
  const fail = (line, why) => { throw new Malformed(`${file}:${line}: ${why}`); };
  const cases = [];
  let current;
  let part = 'between';
  content.split('\n').forEach((source, index) => {
    const line = index + 1;
    const title = /^===\s*(.*?)\s*$/.exec(source);
    if (title) {
      if (part === 'text') fail(line, `the case before has no '---' and no expectations`);
      if (!title[1]) fail(line, 'a case needs a title');
      const known = title[1].startsWith('!');
      current = { title: title[1].replace(/^!\s*/, ''), line, known, options: {}, text: [], expected: [] };
      cases.push(current);
      part = 'text';
    } else if (part === 'text') {
      const option = current.text.length === 0 && /^@(\w+)\s+(.*)$/.exec(source);
      if (source === '---') part = 'expected';
      else if (option) current.options[option[1]] = optionValue(option[1], option[2], (why) => fail(line, why));
      else current.text.push(source);
    } else if (source.trim() && !source.startsWith('#')) {
      if (part === 'between') fail(line, 'this line stands before the first case');
      current.expected.push({ line, source: source.trim() });
    }
  });
  if (part === 'text') fail(current.line, `this case has no '---' and no expectations`);
  if (cases.length === 0) fail(1, 'the file has no cases');
  const titles = new Set();
  for (const one of cases) {
    one.text = one.text.join('\n').replace(/\n+$/, '');
    if (one.expected.length === 0) fail(one.line, 'this case expects nothing');
    if (titles.has(one.title)) fail(one.line, 'another case has this title');
    titles.add(one.title);
    one.expected = one.expected.map(({ line, source }) => ({ line, source, ...parseLine(source, (why) => fail(line, why)) }));
  }
  return cases;
}

function optionValue(name, value, fail) {
  switch (name) {
    case 'reference':
    case 'timeZone':
      return value;
    case 'keepQuotesWhole':
      return value === 'true';
    case 'jsonld':
    case 'patterns':
      try {
        return JSON.parse(value);
      } catch (error) {
        return fail(`@${name} is not JSON: ${error.message}`);
      }
    default:
      return fail(`there is no option @${name}`);
  }
}

/** One expectation: { verb: 'is' | 'no' | 'more', kind, words: [string | null], fields: Map }. */
function parseLine(source, fail) {
  const tokens = tokenize(source, fail);
  const bare = (token) => token && !token.quoted && !token.name && token.value;
  let verb = 'is';
  if (bare(tokens[0]) === 'no' || bare(tokens[0]) === 'more') verb = tokens.shift().value;
  const kind = bare(tokens.shift());
  if (!kinds.has(kind)) fail(`'${kind}' is no kind of record`);
  if (verb === 'no' && tokens.length && !(tokens.length === 2 && bare(tokens[0]) === 'in' && tokens[1].quoted)) fail(`'no ${kind}' may be followed by: in "passage"`);
  if (verb === 'more' && tokens.length) fail(`'more ${kind}' stands alone`);
  const fields = new Map(tokens.filter((token) => token.name).map(({ name, value }) => [name, value]));
  const words = tokens.filter((token) => !token.name);
  if (verb === 'is' && words.length === 0) fail(`what of this ${kind}?`);
  if (verb === 'is' && kind !== 'reference')
    for (const name of fields.keys()) if (!(name in views[kind].fields) && kind !== 'match') fail(`a ${kind} has no '${name}'`);
  return { verb, kind, words, fields };
}

/** Words, "quoted passages", bars and name=value. */
function tokenize(source, fail) {
  const pattern = /\s+|(?:([A-Za-z]+)=)?"((?:[^"\\]|\\.)*)"|([A-Za-z]+)=([^\s"]+)|(\||[^\s"]+)/gy;
  const unescape = (text) => text.replace(/\\(.)/g, (_, c) => ({ n: '\n', t: '\t' })[c] ?? c);
  const tokens = [];
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (!match) fail(`cannot read from here: ${source.slice(at)}`);
    const [, quotedName, quoted, name, value, word] = match;
    if (quoted !== undefined) tokens.push({ name: quotedName, value: unescape(quoted), quoted: true });
    else if (name) tokens.push({ name, value, quoted: false });
    else if (word) tokens.push({ value: word, quoted: false });
  }
  return tokens;
}

const list = (values) => values?.join(',');

/** A quotation's words after its kind: contents, then the speaker's mention and the cue's lemma behind bars. */
function quoteParts(words) {
  const parts = [[]];
  for (const word of words) {
    if (word.value === '|' && !word.quoted) parts.push([]);
    else parts.at(-1).push(word.value);
  }
  return { kind: parts[0][0], contents: parts[0].slice(1), speaker: parts[1]?.join(' '), cue: parts[2]?.join(' ') };
}

/** How the records of each kind are listed, shown and compared. `words` gives the positional parts that differ. */
const views = {
  sentence: {
    list: (r) => r.sentences,
    show: (x, text) => [JSON.stringify(text(x))],
    meets: ([passage], x, text) => squeeze(passage.value) === squeeze(text(x)),
    fields: { rule: (x) => x.rule },
  },
  block: {
    list: (r) => r.blocks,
    show: (x, text) => [x.kind, JSON.stringify(text(x))],
    meets: ([kind, passage], x, text) => kind.value === x.kind && (!passage || (passage.value.endsWith('…')
      ? squeeze(text(x)).startsWith(squeeze(passage.value.slice(0, -1))) : squeeze(passage.value) === squeeze(text(x)))),
    fields: { rule: (x) => x.rule },
  },
  quote: {
    list: (r) => r.quotes,
    show: (x, text) => [x.kind, ...x.content.map((part) => JSON.stringify(text(part))), '|', x.speaker?.text ?? '-', '|', x.cue?.lemma ?? '-'],
    meets(words, x, text) {
      const { kind, contents, speaker, cue } = quoteParts(words);
      const same = (wanted, got) => wanted === undefined || wanted === '?' || (wanted === '-' ? got === undefined : got !== undefined && squeeze(wanted) === squeeze(got));
      return (kind === '?' || kind === x.kind) && same(speaker, x.speaker?.text) && same(cue, x.cue?.lemma)
        && contents.length === x.content.length && contents.every((part, i) => squeeze(part) === squeeze(text(x.content[i])));
    },
    fields: { name: (x) => x.speaker?.name, rule: (x) => x.rule, confidence: (x) => x.confidence, parent: (x) => x.parent, self: (x, _, text) => list(x.self?.map(text)) },
  },
  person: {
    list: (r) => r.people,
    show: (x, text) => [JSON.stringify(x.name), ...x.mentions.map((mention) => JSON.stringify(text(mention)))],
    meets: ([name, ...mentions], x, text) => name.value === x.name && (mentions.length === 0
      || (mentions.length === x.mentions.length && mentions.every((mention, i) => squeeze(mention.value) === squeeze(text(x.mentions[i]))))),
    fields: { role: (x) => x.role },
  },
  date: {
    list: (r) => r.dates,
    show: (x) => [JSON.stringify(x.text), x.value],
    meets: ([passage, value], x) => squeeze(passage.value) === squeeze(x.text) && (!value || value.value === x.value),
    fields: { type: (x) => x.type, mod: (x) => x.mod, from: (x) => x.from, to: (x) => x.to, edtf: (x) => x.edtf, grain: (x) => x.grain,
      rule: (x) => x.rule, alternatives: (x) => list(x.alternatives), inferred: (x) => list(x.inferred) },
  },
  number: {
    list: (r) => r.numbers,
    show: (x) => [JSON.stringify(x.text), x.kind, figure(x), ...(x.approx ? [x.approx] : [])],
    meets: ([passage, kind, value, approx], x) => squeeze(passage.value) === squeeze(x.text) && (!kind || kind.value === x.kind)
      && (!value || value.value === figure(x)) && (!approx || approx.value === x.approx),
    fields: { low: (x) => x.low, high: (x) => x.high, approx: (x) => x.approx, unit: (x) => x.unit, candidates: (x) => list(x.unitCandidates),
      ucum: (x) => x.ucum, base: (x) => x.base?.value, baseUnit: (x) => x.base?.unit, of: (x) => x.of?.text, role: (x) => x.role,
      direction: (x) => x.direction, sameAs: (x, r) => r.numbers[x.sameAs]?.text, rule: (x) => x.rule, confidence: (x) => x.confidence },
  },
  ...Object.fromEntries(['headline', 'author', 'published', 'updated', 'dateline', 'credit'].map((kind) => [kind, {
    list: (r) => [kind === 'author' ? r.article.authors : kind === 'credit' ? r.article.credits : r.article[kind] ?? []].flat(),
    show: (x) => [JSON.stringify(x.text), `value=${JSON.stringify(x.value)}`],
    meets: ([word], x) => (word.value === '-' && !word.quoted) || (word.quoted ? squeeze(word.value) === squeeze(x.text ?? '') : word.value === x.value),
    fields: { value: (x) => x.value, source: (x) => x.source },
  }])),
  reference: {
    list: (r) => [r.reference],
    show: (x) => [x.value ?? '-', x.source ?? '-'],
    meets: ([value, source], x) => value.value === (x.value ?? '-') && (!source || source.value === (x.source ?? '-')),
    fields: { timeZone: (x) => x.timeZone },
  },
  finding: {
    list: (r) => r.findings,
    show: (x, text) => [x.code, ...x.spans.map((span) => JSON.stringify(text(span)))],
    meets: ([code, ...passages], x, text) => code.value === x.code && passages.every((passage, i) => x.spans[i] && squeeze(passage.value) === squeeze(text(x.spans[i]))),
    fields: { suggestion: (x) => x.suggestion, severity: (x) => x.severity, message: (x) => x.message },
  },
  match: {
    list: (r) => r.matches,
    show: (x) => [x.id, JSON.stringify(x.text), ...x.groups.map((group) => `${group.name ?? ''}=${JSON.stringify(group.text)}`)],
    meets: ([id, passage], x) => id.value === x.id && (!passage || squeeze(passage.value) === squeeze(x.text)),
    fields: {},
  },
};

const figure = (x) => x.value ?? (x.low !== undefined || x.high !== undefined ? `${x.low ?? ''}..${x.high ?? ''}` : '-');

function spansOf(kind, record) {
  if (kind === 'person') return record.mentions;
  return record.spans ?? (record.start === undefined ? [] : [record]);
}

/** What a report says against a case: a list of { line, message }, empty when all is well. */
export function checkCase(one, report) {
  const slice = (span) => one.text.slice(span.start, span.end);
  const problems = [];
  const byKind = Map.groupBy ? Map.groupBy(one.expected, (line) => line.kind) : groupBy(one.expected);
  for (const [kind, lines] of byKind) {
    const view = views[kind];
    const found = view.list(report);
    const shown = (record) => [kind, ...view.show(record, slice)].join(' ');
    const all = () => found.map((record) => `\n      ${shown(record)}`).join('') || ' none';
    for (const line of lines.filter(({ verb }) => verb === 'no')) {
      const passage = line.words[1]?.value;
      const from = passage === undefined ? 0 : one.text.indexOf(passage);
      if (from < 0) throw new Malformed(`line ${line.line}: the text has no "${passage}"`);
      const to = passage === undefined ? Infinity : from + passage.length;
      const bad = found.filter((record) => passage === undefined || spansOf(kind, record).some((span) => span.start < to && span.end > from));
      for (const record of bad) problems.push({ line: line.line, message: `expected ${line.source}, got ${shown(record)}` });
    }
    const wanted = lines.filter(({ verb }) => verb === 'is');
    let next = 0;
    let missing = false;
    for (const line of wanted) {
      const at = found.findIndex((record, i) => i >= next && view.meets(line.words, record, slice));
      if (at < 0) {
        problems.push({ line: line.line, message: `expected ${line.source}, got:${all()}` });
        missing = true;
        continue;
      }
      next = at + 1;
      for (const [name, value] of line.fields) {
        const field = view.fields[name] ?? ((x) => x.groups?.find((group) => group.name === name)?.text);
        const got = field(found[at], report, slice) ?? '-';
        if (squeeze(String(got)) !== squeeze(value)) problems.push({ line: line.line, message: `expected ${line.source}, got ${name}=${got}` });
      }
    }
    const exact = wanted.length > 0 && !missing && !lines.some(({ verb }) => verb === 'more');
    if (exact && found.length !== wanted.length) problems.push({ line: wanted.at(-1).line, message: `expected nothing beside the ${wanted.length} of kind ${kind}, got:${all()}` });
  }
  return problems;
}

function groupBy(lines) {
  const groups = new Map();
  for (const line of lines) groups.set(line.kind, [...(groups.get(line.kind) ?? []), line]);
  return groups;
}
