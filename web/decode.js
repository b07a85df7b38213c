// Opens what the engine answers.  The layout is told in src/report/flat.h; the fields and their order are those
// of src/report/fields.h.

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// The report being read: its words, the next one, its strings, and the text it is about.
let words, at, strings, source;

/** Strings by index: 0 is an absent one, 1 is null, then the table's. */
function readStrings(blob) {
  const all = decoder.decode(blob);
  const list = [undefined, null];
  let begin = 0;
  for (let i = words[0]; i < words.length; i++) {
    const end = begin + words[i];
    list.push(all.slice(begin, end));
    begin = end;
  }
  return list;
}

function array(readItem) {
  const size = words[at++];
  const list = new Array(size);
  for (let i = 0; i < size; i++) list[i] = readItem();
  return list;
}

const readText = () => strings[words[at++]];
const readSpan = () => ({ start: words[at++], end: words[at++] });

function readPassage() {
  const start = words[at++];
  const end = words[at++];
  return { start, end, text: source.slice(start, end) };
}

function readHeadField() {
  const start = words[at++];
  const end = words[at++];
  const field = start < 0 ? {} : { start, end, text: source.slice(start, end) };
  const value = strings[words[at++]];
  if (value !== undefined) field.value = value;
  field.source = strings[words[at++]];
  return field;
}

function readArticle() {
  const article = {};
  if (words[at++]) article.headline = readHeadField();
  article.authors = array(readHeadField);
  if (words[at++]) article.published = readHeadField();
  if (words[at++]) article.updated = readHeadField();
  if (words[at++]) article.dateline = readHeadField();
  article.credits = array(readHeadField);
  return article;
}

function readReference() {
  const reference = { value: strings[words[at++]], source: strings[words[at++]] };
  const timeZone = strings[words[at++]];
  if (timeZone !== undefined) reference.timeZone = timeZone;
  return reference;
}

const readBlock = () => ({ start: words[at++], end: words[at++], kind: strings[words[at++]], rule: strings[words[at++]] });

const readSentence = () => ({ start: words[at++], end: words[at++], block: words[at++], rule: strings[words[at++]] });

function readPerson() {
  const person = { id: words[at++], name: strings[words[at++]] };
  const role = strings[words[at++]];
  if (role !== undefined) person.role = role;
  person.mentions = array(readSpan);
  return person;
}

function readSpeaker() {
  if (!words[at++]) return null;
  const speaker = readPassage();
  const person = words[at++];
  if (person >= 0) speaker.person = person;
  const name = strings[words[at++]];
  if (name !== undefined) speaker.name = name;
  return speaker;
}

function readCue() {
  if (!words[at++]) return null;
  const start = words[at++];
  const end = words[at++];
  return { start, end, text: source.slice(start, end), lemma: strings[words[at++]] };
}

function readQuote() {
  const quote = {
    start: words[at++],
    end: words[at++],
    kind: strings[words[at++]],
    content: array(readSpan),
    speaker: readSpeaker(),
    cue: readCue(),
  };
  const parent = words[at++];
  if (parent >= 0) quote.parent = parent;
  const self = array(readSpan);
  if (self.length) quote.self = self;
  quote.rule = strings[words[at++]];
  quote.confidence = strings[words[at++]];
  return quote;
}

function readDate() {
  const start = words[at++];
  const end = words[at++];
  const date = {
    start,
    end,
    text: source.slice(start, end),
    type: strings[words[at++]],
    value: strings[words[at++]],
  };
  const mod = strings[words[at++]];
  if (mod !== undefined) date.mod = mod;
  const from = strings[words[at++]];
  if (from !== undefined) date.from = from;
  const to = strings[words[at++]];
  if (to !== undefined) date.to = to;
  const edtf = strings[words[at++]];
  if (edtf !== undefined) date.edtf = edtf;
  const grain = strings[words[at++]];
  if (grain !== undefined) date.grain = grain;
  date.rule = strings[words[at++]];
  const alternatives = array(readText);
  if (alternatives.length) date.alternatives = alternatives;
  const inferred = array(readText);
  if (inferred.length) date.inferred = inferred;
  return date;
}

function readNumber() {
  const start = words[at++];
  const end = words[at++];
  const number = {
    start,
    end,
    text: source.slice(start, end),
    kind: strings[words[at++]],
    value: strings[words[at++]],
  };
  const low = strings[words[at++]];
  if (low !== undefined) number.low = low;
  const high = strings[words[at++]];
  if (high !== undefined) number.high = high;
  const approx = strings[words[at++]];
  if (approx !== undefined) number.approx = approx;
  const unit = strings[words[at++]];
  if (unit !== undefined) number.unit = unit;
  const unitCandidates = array(readText);
  if (unitCandidates.length) number.unitCandidates = unitCandidates;
  const ucum = strings[words[at++]];
  if (ucum !== undefined) number.ucum = ucum;
  if (words[at++]) number.base = { value: strings[words[at++]], unit: strings[words[at++]] };
  if (words[at++]) number.of = readPassage();
  const role = strings[words[at++]];
  if (role !== undefined) number.role = role;
  const direction = strings[words[at++]];
  if (direction !== undefined) number.direction = direction;
  const sameAs = words[at++];
  if (sameAs >= 0) number.sameAs = sameAs;
  number.rule = strings[words[at++]];
  number.confidence = strings[words[at++]];
  return number;
}

function readFinding() {
  const finding = {
    code: strings[words[at++]],
    severity: strings[words[at++]],
    message: strings[words[at++]],
    spans: array(readSpan),
  };
  const suggestion = strings[words[at++]];
  if (suggestion !== undefined) finding.suggestion = suggestion;
  return finding;
}

function readGroup() {
  const name = strings[words[at++]];
  const { start, end, text } = readPassage();
  return name === undefined ? { start, end, text } : { name, start, end, text };
}

function readMatch() {
  const id = strings[words[at++]];
  const { start, end, text } = readPassage();
  return { id, start, end, text, groups: array(readGroup) };
}

function readReport() {
  const report = { version: words[at++] };
  const id = strings[words[at++]];
  if (id !== undefined) report.id = id;
  report.offsets = strings[words[at++]];
  report.reference = readReference();
  report.article = readArticle();
  report.blocks = array(readBlock);
  report.sentences = array(readSentence);
  report.people = array(readPerson);
  report.quotes = array(readQuote);
  report.dates = array(readDate);
  report.numbers = array(readNumber);
  report.findings = array(readFinding);
  report.matches = array(readMatch);
  return report;
}

/**
 * The report as plain data.
 * @param {Int32Array} flat the integers of a flat report
 * @param {Uint8Array} blob its strings, UTF-8
 * @param {string} text the text that was analysed: passages are sliced from it
 */
export function decode(flat, blob, text) {
  words = flat;
  at = 1;
  source = text;
  strings = readStrings(blob);
  const report = readReport();
  words = strings = source = undefined;
  return report;
}
