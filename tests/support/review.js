// A hand-written review against a report: tests/articles/README.md tells the lines.
import { squeeze } from './cases.js';

const open = (wanted) => wanted === undefined || wanted === '?';
const figure = (x) => x.value ?? (x.low !== undefined || x.high !== undefined ? `${x.low ?? ''}..${x.high ?? ''}` : '-');
/** Is a field as the review says: "?" leaves it open, "-" says that it is absent. */
const is = (wanted, got) => open(wanted) || (got ?? '-') === wanted;
const holds = (wanted, got) => open(wanted) || (wanted === '-' ? got === undefined : got !== undefined && squeeze(got).includes(squeeze(wanted)));

/** The lines of a review that the report does not meet: [{ line, source }]. */
export function unmet(review, report, text) {
  const slice = (span) => squeeze(text.slice(span.start, span.end));
  const flat = squeeze(text);
  const begins = (span, beginning) => slice(span).startsWith(squeeze(beginning));
  const { article } = report;
  const head = (field, wanted, value = (x) => x.value ?? x.text) => (wanted === '-' ? !field : field !== undefined && value(field) !== undefined && is(wanted, value(field)));
  /** Every place of a passage in the text, white space of any length counting as one. */
  const places = (passage) => [...text.matchAll(new RegExp(squeeze(passage).split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'gu'))].map((m) => [m.index, m.index + m[0].length]);
  const nothingWithin = (records, passage) => places(passage).every(([from, to]) => !records.some((x) => x.start < to && x.end > from && x.start >= from && x.end <= to));
  const checks = {
    headline: ([wanted]) => head(article.headline, squeeze(wanted), (x) => squeeze(x.text ?? x.value)),
    author: ([name]) => (name === '-' ? article.authors.length === 0 : article.authors.some((x) => (x.value ?? x.text).toLowerCase() === name.toLowerCase())),
    published: ([wanted]) => head(article.published, wanted),
    updated: ([wanted]) => head(article.updated, wanted),
    dateline: ([wanted]) => head(article.dateline, wanted),
    reference: ([value, source]) => is(value, report.reference.value ?? undefined) && is(source, report.reference.source ?? undefined),
    block: ([kind, beginning]) => report.blocks.some((x) => is(kind, x.kind) && text.slice(x.start, x.end).split('\n').some((line) => squeeze(line).startsWith(squeeze(beginning)))),
    quote: ([kind, beginning, mention, name, cue]) => report.quotes.some((x) => is(kind, x.kind) && x.content.some((part) => begins(part, beginning))
      && holds(mention, x.speaker?.text) && (open(name) || (name === '-' ? !x.speaker?.name : x.speaker?.name === name)) && is(cue, x.cue?.lemma)),
    date: ([passage, value, mod]) => report.dates.some((x) => squeeze(x.text).includes(squeeze(passage)) && is(value, x.value) && is(mod, x.mod)),
    number: ([passage, kind, value, unit, of]) => report.numbers.some((x) => squeeze(x.text).includes(squeeze(passage)) && is(kind, x.kind) && is(value, figure(x)) && is(unit, x.unit) && holds(of, x.of?.text)),
    notnumber: ([passage]) => nothingWithin(report.numbers, passage),
    notdate: ([passage]) => nothingWithin(report.dates, passage),
    sentence: ([beginning]) => report.sentences.some((x) => begins(x, beginning)),
    nosplit: ([passage]) => places(passage).some(([from, to]) => report.sentences.some((x) => x.start <= from && x.end >= to)),
  };
  const missed = [];
  review.split('\n').forEach((source, index) => {
    if (!source.trim() || source.startsWith('#')) return;
    const [kind, ...fields] = source.split('\t');
    if (!checks[kind]) throw new Error(`line ${index + 1}: '${kind}' is no line of a review`);
    if (/^(not|nosplit)/.test(kind) && !flat.includes(squeeze(fields[0]))) throw new Error(`line ${index + 1}: the text has no "${fields[0]}"`);
    if (!checks[kind](fields)) missed.push({ line: index + 1, source });
  });
  return missed;
}
