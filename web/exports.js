// A report in the forms that other tools read: CSV, JSON-LD, Web Annotation, Markdown.
import { formatDate, formatNumber, quotedText, whoSaidWhat } from './helpers.js';

const nameOf = (quote, report) => quote.speaker?.name ?? report.people[quote.speaker?.person]?.name ?? quote.speaker?.text;

/** A piece of the head as it stands in the text; only its value where only the metadata have it. */
const written = (field) => field?.text ?? field?.value;

const columns = ['start', 'end', 'what', 'kind', 'text', 'value', 'low', 'high', 'approx', 'unit', 'of', 'from', 'to', 'speaker', 'cue', 'rule'];

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe disarms it.
function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row a quote, date and number, in the order of the text, under one row of names (RFC 4180). */
export function toCSV(report, text) {
  const rows = [
    ...report.quotes.map((q) => ({ ...q, what: 'quote', text: quotedText(q, text), speaker: nameOf(q, report), cue: q.cue?.text })),
    ...report.dates.map((d) => ({ ...d, what: 'date', kind: d.type, approx: d.mod })),
    ...report.numbers.map((n) => ({ ...n, what: 'number', of: n.of?.text })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function amount({ kind, value, low, high, unit, text }) {
  const money = kind === 'money' || /^[A-Z]{3}$/.test(unit ?? '');
  const worth = value !== undefined && value !== null ? { value } : { minValue: low, maxValue: high };
  return money
    ? { '@type': 'MonetaryAmount', name: text, currency: unit, ...worth }
    : { '@type': 'QuantitativeValue', name: text, unitText: unit, ...worth };
}

/** The article as schema.org NewsArticle: its head, its quotations with their speakers, its figures and dates. */
export function toJSONLD(report, text, { url } = {}) {
  const { headline, authors, published, updated, dateline } = report.article;
  const quotations = report.quotes
    .filter(({ kind, parent }) => parent === undefined && (kind === 'direct' || kind === 'mixed'))
    .map((quote) => {
      const name = nameOf(quote, report);
      const role = report.people[quote.speaker?.person]?.role;
      return {
        '@type': 'Quotation',
        text: quotedText(quote, text),
        ...(name && { creator: { '@type': 'Person', name, ...(role && { jobTitle: role }) } }),
      };
    });
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { '@id': url, url }),
    ...(headline && { headline: written(headline) }),
    ...(authors.length && { author: authors.map((author) => ({ '@type': 'Person', name: author.value ?? author.text })) }),
    ...((published?.value ?? report.reference.value) && { datePublished: published?.value ?? report.reference.value }),
    ...(updated?.value && { dateModified: updated.value }),
    ...(dateline && { locationCreated: { '@type': 'Place', name: dateline.value ?? dateline.text } }),
    hasPart: quotations,
    mentions: report.numbers.filter(({ kind }) => kind === 'money' || kind === 'measure').map(amount),
    temporalCoverage: report.dates.filter(({ from, to }) => from && to).map(({ from, to }) => `${from}/${to}`),
  };
}

const contextLength = 32;

function selectors(text, { start, end }) {
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    },
  ];
}

/** A W3C Annotation Collection: one annotation a finding, anchored by position and by quotation. `source` is the page's address. */
export function toWebAnnotation(report, text, { source = 'urn:copydesk:text' } = {}) {
  const annotation = (span, tag, value) => ({
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: tag },
      { type: 'TextualBody', purpose: 'describing', value },
    ],
    target: { source, selector: selectors(text, span) },
  });
  const items = [
    ...report.quotes.map((q) => annotation(q, `quote:${q.kind}`, nameOf(q, report) ?? 'nobody is named')),
    ...report.dates.map((d) => annotation(d, `date:${d.type.toLowerCase()}`, d.value)),
    ...report.numbers.map((n) => annotation(n, `number:${n.kind}`, [n.value ?? `${n.low ?? ''}..${n.high ?? ''}`, n.unit].filter(Boolean).join(' '))),
  ];
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    label: written(report.article.headline) ?? 'copydesk report',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
}

const escaped = (text) => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>|])/g, '\\$1');

/** A note a person can paste: who said what, the dates, the figures. */
export function toMarkdown(report, text, { locale } = {}) {
  const lines = [`# ${escaped(written(report.article.headline) ?? 'Article')}`, ''];
  const { value, source } = report.reference;
  if (value) lines.push(`Dates are counted from ${value} (${source}).`, '');
  const said = whoSaidWhat(report, text);
  if (said.length) lines.push('## Who said what', '');
  for (const { name, role, quotes } of said) {
    lines.push(`**${escaped(name ?? 'Nobody named')}**${role ? `, ${escaped(role)}` : ''}`, '');
    for (const { quote, text: words } of quotes) lines.push(`> ${quote.kind === 'indirect' ? escaped(words) : `“${escaped(words)}”`}`, '');
  }
  if (report.dates.length) {
    lines.push('## Dates', '', '| written | meant | value |', '| --- | --- | --- |');
    for (const d of report.dates) lines.push(`| ${escaped(d.text)} | ${escaped(formatDate(d, { locale }) ?? '')} | ${escaped(d.value)} |`);
    lines.push('');
  }
  if (report.numbers.length) {
    lines.push('## Figures', '', '| written | meant | of |', '| --- | --- | --- |');
    for (const n of report.numbers) lines.push(`| ${escaped(n.text)} | ${escaped(formatNumber(n, { locale }))} | ${escaped(n.of?.text ?? '')} |`);
    lines.push('');
  }
  return lines.join('\n');
}
