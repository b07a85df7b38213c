// The types of copydesk.  docs/report.schema.json says the same of the JSON; a test compares the two with what
// the engine writes.

/**
 * A half-open range `[start, end)` of the analysed text, in UTF-16 code units: what JavaScript strings are
 * indexed by, so `text.slice(start, end)` is the passage. `0 <= start <= end <= text.length`.
 */
export interface Span {
  start: number;
  end: number;
}

/** A span with the passage it covers, exactly as it stands in the text. */
export interface Passage extends Span {
  text: string;
}

/** `"low"`: doubtful; `"medium"`: the best of several readings; `"high"`: plain. */
export type Confidence = 'low' | 'medium' | 'high';

/** What "on Thursday" was resolved against. */
export interface Reference {
  /** ISO 8601 date or date-time; `null` when none was given or found: relative dates then stay unresolved. */
  value: string | null;
  /** The caller's option; the page's JSON-LD; a date in the byline, the dateline or an update stamp. */
  source: 'option' | 'json-ld' | 'byline' | 'dateline' | 'updated' | null;
  /** The newsroom's time zone, when the caller gave one: times without a written zone are meant in it. */
  timeZone?: string;
}

/** A piece of the article's head. Without `start`, `end` and `text` when only the metadata have it. */
export interface HeadField extends Partial<Passage> {
  /** In normal form: an author's name without "By", an ISO 8601 date or date-time, a place as written. */
  value?: string;
  /** Where the value comes from. */
  source: 'text' | 'json-ld';
}

export interface Article {
  headline?: HeadField;
  authors: HeadField[];
  published?: HeadField;
  updated?: HeadField;
  /** The place the article is dated from: "PARIS". */
  dateline?: HeadField;
  credits: HeadField[];
}

/** Lines of one kind. Blocks never overlap and together cover everything but white space. */
export interface Block extends Span {
  kind:
    | 'headline'
    | 'subheading'
    | 'byline'
    | 'dateline'
    | 'updated'
    | 'caption'
    | 'credit'
    | 'paragraph'
    | 'list-item'
    | 'quote-block'
    | 'table'
    | 'furniture';
  /** The rule that made the record, here and below: a row of rules/en. */
  rule: string;
}

/** Sentences cover their block but for white space; none crosses a block. */
export interface Sentence extends Span {
  /** Index into `blocks`. */
  block: number;
  /** Why it ends where it ends. */
  rule: string;
}

export interface Person {
  /** Index into `people`. */
  id: number;
  /** The fullest form found, without titles. */
  name: string;
  /** As written: "President". */
  role?: string;
  /** Full names and shorter forms, in text order; no pronouns. */
  mentions: Span[];
}

export interface Speaker extends Passage {
  /** Index into `people`. */
  person?: number;
  /** Whom the mention means; absent when open. */
  name?: string;
}

export interface Cue extends Passage {
  /** "say" for "had said". */
  lemma: string;
}

export interface Quote extends Span {
  /** `"scare"` distances, `"title"` names a work: neither is anybody's words. */
  kind: 'direct' | 'mixed' | 'indirect' | 'scare' | 'title';
  /** Without the marks; several when a cue interrupts or paragraphs continue. */
  content: Span[];
  speaker: Speaker | null;
  cue: Cue | null;
  /** Of a quotation inside a quotation, three deep: the index into `quotes` of the one that holds it. */
  parent?: number;
  /** Each “I”, “me”, “my”, “mine”, “myself” in the content: the speaker. “We” is left open. */
  self?: Span[];
  rule: string;
  confidence: Confidence;
}

export interface DateExpression extends Passage {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3: "2023-09-21", "2023-09-20T13:00", "P2D", "XXXX-WXX-4", "PAST_REF". */
  value: string;
  mod?:
    | 'APPROX'
    | 'START'
    | 'MID'
    | 'END'
    | 'BEFORE'
    | 'AFTER'
    | 'ON_OR_BEFORE'
    | 'ON_OR_AFTER'
    | 'LESS_THAN'
    | 'MORE_THAN'
    | 'EQUAL_OR_LESS'
    | 'EQUAL_OR_MORE'
    | 'EARLY'
    | 'LATE';
  /** The interval meant, ISO 8601, half-open `[from, to)`; without a zone unless one is written. */
  from?: string;
  to?: string;
  /** The ISO 8601-2 form, where one exists: "2023-09~", "199X". */
  edtf?: string;
  grain?:
    | 'second'
    | 'minute'
    | 'hour'
    | 'part-of-day'
    | 'day'
    | 'weekend'
    | 'week'
    | 'month'
    | 'season'
    | 'quarter'
    | 'half'
    | 'year'
    | 'decade'
    | 'century'
    | 'millennium';
  rule: string;
  /** Other TIMEX3 values that a reader could honestly hold. */
  alternatives?: string[];
  /** What was not written: "year", "month", "day". */
  inferred?: string[];
}

export interface Figure extends Passage {
  kind:
    | 'cardinal'
    | 'ordinal'
    | 'percent'
    | 'money'
    | 'measure'
    | 'fraction'
    | 'ratio'
    | 'range'
    | 'score'
    | 'age'
    | 'multiple';
  /** An exact decimal: "25000", "0.125"; `null` when only bounds are known. */
  value: string | null;
  /** Bounds of a range, exact decimals. */
  low?: string;
  high?: string;
  approx?: 'about' | 'nearly' | 'more-than' | 'less-than' | 'at-least' | 'at-most' | 'up-to' | 'as-many-as' | 'vague';
  /** Money: ISO 4217. Else a CLDR unit identifier, as Intl.NumberFormat takes it: "mile", "percent". */
  unit?: string;
  /** Where "$" could be several currencies. */
  unitCandidates?: string[];
  /** The UCUM code of the unit. */
  ucum?: string;
  /** The exact value in SI units. */
  base?: { value: string; unit: string };
  /** What is counted: "residents". */
  of?: Passage;
  /** Of a change: by how much, to what, from what. */
  role?: 'by' | 'to' | 'from';
  direction?: 'up' | 'down';
  /** Index into `numbers` of the figure that this one repeats in another unit. */
  sameAs?: number;
  rule: string;
  confidence: Confidence;
}

/** What a copy editor would ask. */
export interface Finding {
  /** Stable: "weekday-mismatch", "quote-unclosed". */
  code: string;
  severity: 'info' | 'warning' | 'error';
  /** One sentence for people. */
  message: string;
  /** Where, the place at fault first; empty when it is about the input as a whole. */
  spans: Span[];
  /** What may have been meant. */
  suggestion?: string;
}

/** A hit of one of the caller's own patterns. */
export interface Match extends Passage {
  id: string;
  /** The groups that took part, in the pattern's order; `name` for named ones. */
  groups: Group[];
}

export interface Group extends Passage {
  name?: string;
}

/** Everything found in one article: plain data, ready for JSON.stringify and structuredClone. */
export interface Report {
  version: 1;
  /** The caller's, unchanged. */
  id?: string;
  offsets: 'utf-16';
  reference: Reference;
  article: Article;
  blocks: Block[];
  sentences: Sentence[];
  people: Person[];
  quotes: Quote[];
  dates: DateExpression[];
  numbers: Figure[];
  findings: Finding[];
  matches: Match[];
}

export interface Options {
  /** ISO 8601 date or date-time of publication. Default: found in the article, or none. */
  reference?: string;
  /** IANA name or ±hh:mm of the newsroom. Default: none; times then have the zone that is written, or none. */
  timeZone?: string;
  /** A quotation of several sentences stays inside one sentence. Default: false. */
  keepQuotesWhole?: boolean;
  /** Bytes of UTF-8 that a text may have; longer ones are refused with `"too-large"`. Default, and the most: 268435456. */
  maxBytes?: number;
  /**
   * The page's JSON-LD: the text of its `application/ld+json` scripts, or what they say, parsed. Malformed text is
   * mended; the findings say how. Not in `copydesk/core`. Default: none.
   */
  jsonld?: string | object | (string | object)[];
  /** Patterns of the caller's own, at most 1,000; compiled once for calls with the same ones. Not in `copydesk/core`. */
  patterns?: Pattern[];
}

/** What to look for, in RE2 syntax (no look-around, no back-references, no \C): linear time whatever the text. */
export interface Pattern {
  /** Names the pattern in `Report.matches`; each once. */
  id: string;
  /** At most 16 kB. */
  pattern: string;
  /** Any of `i` (letter case does not count), `m` (^ and $ at lines), `s` (. is any character). Default: none. */
  flags?: string;
  /** Kinds of blocks to look in. Default: all but furniture. */
  within?: Block['kind'][];
}

/** `"engine-lost"`: memory ran out in an earlier call and a fresh engine is on its way; try again. */
export type ErrorCode =
  | 'invalid-utf8'
  | 'too-large'
  | 'invalid-option'
  | 'invalid-json'
  | 'invalid-pattern'
  | 'unsafe-pattern'
  | 'io'
  | 'out-of-memory'
  | 'engine-lost'
  | 'load-failed'
  | 'worker-lost'
  | 'internal';

/** What `load` and `analyze` throw: only ever about options or memory, never about a text. */
export class CopydeskError extends Error {
  code: ErrorCode;
  /** Byte offset (UTF-8) into the input or pattern at fault, where there is one. */
  offset?: number;
  /** 1-based line of a JSON input. */
  line?: number;
}

export interface Desk {
  /** Reads one article. Never fails because of what the text says. */
  analyze(text: string, options?: Options): Report;
}

/** Makes the engine ready; later calls get the same one. `module`: use this one instead of fetching. */
export function load(options?: { module?: WebAssembly.Module }): Promise<Desk>;
