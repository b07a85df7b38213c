// The card that says what a mark means, and why.
import { describe } from '../anchor.js';
import { attribution, convertNumber, formatDate, formatNumber } from '../helpers.js';
import { element } from './element.js';
import { rules } from './rules.js';

const names = { quote: 'Quote', date: 'Date', number: 'Figure', finding: 'Question' };
const quoteKinds = { direct: 'direct speech', mixed: 'a few of their own words', indirect: 'reported speech', scare: 'words held at arm’s length', title: 'the title of a work' };
const signals = { option: 'chosen by you', 'json-ld': 'from the page’s metadata', byline: 'from the byline', dateline: 'from the dateline', updated: 'from the update stamp' };

const speakerOf = (quote, report) => quote.speaker?.name ?? report.people[quote.speaker?.person]?.name ?? quote.speaker?.text ?? null;

function meaning(kind, record, report) {
  if (kind === 'quote') return speakerOf(record, report) ?? (record.kind === 'scare' || record.kind === 'title' ? quoteKinds[record.kind] : 'Nobody is named');
  if (kind === 'date') return formatDate(record) ?? record.value;
  if (kind === 'number') return formatNumber(record);
  return record.message;
}

function facts(kind, record, report, text) {
  if (kind === 'quote')
    return {
      kind: quoteKinds[record.kind],
      'as written': record.speaker && speakerOf(record, report) !== record.speaker.text && record.speaker.text,
      role: report.people[record.speaker?.person]?.role,
      cue: record.cue && `${record.cue.text}${record.cue.lemma !== record.cue.text ? ` (${record.cue.lemma})` : ''}`,
      sure: record.confidence !== 'high' && record.confidence,
    };
  if (kind === 'date')
    return {
      TIMEX3: [record.value, record.mod].filter(Boolean).join(', '),
      from: record.from,
      to: record.to && record.to !== record.from && `${record.to} (not included)`,
      inferred: record.inferred?.join(', '),
      'or else': record.alternatives?.join(', '),
      'counted from': record.inferred?.length && report.reference.value && `${report.reference.value}, ${signals[report.reference.source]}`,
    };
  if (kind === 'number') {
    const converted = convertNumber(record);
    return {
      value: record.value ?? [record.low, record.high].filter(Boolean).join(' to '),
      between: record.value !== null && record.low && record.high && `${record.low} and ${record.high}`,
      approximation: record.approx?.replaceAll('-', ' '),
      of: record.of?.text,
      unit: record.unit,
      'or else': record.unitCandidates?.join(', '),
      'in your units': converted && formatNumber(converted),
      'in SI units': record.base && `${record.base.value} ${record.base.unit}`,
      'same as': record.sameAs !== undefined && report.numbers[record.sameAs]?.text,
      sure: record.confidence !== 'high' && record.confidence,
    };
  }
  return { suggestion: record.suggestion };
}

/** What the card says of one mark. @param {(text: string, what: string) => void} copy */
export function explain({ kind, record }, report, text, copy) {
  const rule = record.rule ?? record.code;
  const list = Object.entries(facts(kind, record, report, text)).filter(([, value]) => value);
  const button = (label, content) => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', () => copy(content(), label));
    return made;
  };
  const written = kind === 'finding' ? '' : text.slice(record.start, record.end);
  return element('section', {},
    element('p', { className: 'kind' }, names[kind]),
    element('p', { className: 'written' }, written.length > 220 ? `${written.slice(0, 200)} … ${written.slice(-15)}` : written),
    element('p', { className: 'meaning' }, meaning(kind, record, report)),
    element('dl', {}, ...list.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))])),
    element('p', { className: 'why' }, 'Why: ', element('code', {}, rule), rules[rule] ? element('span', {}, `. ${rules[rule]}`) : ''),
    element('p', { className: 'actions' },
      kind === 'quote' ? button('Copy with attribution', () => attribution(record, report, text)) : '',
      button('Copy as JSON', () => JSON.stringify({ ...record, anchor: record.start === undefined ? undefined : describe(text, record) }, null, 2))));
}

/** Puts the card beside the passage, inside the window. Narrow windows have it at the bottom by their style. */
export function place(card, box) {
  if (matchMedia('(max-width: 44rem)').matches) {
    card.style.left = card.style.top = '';
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + 10 + height < innerHeight;
  const above = box.top - 10 - height > 0;
  card.style.left = `${Math.max(16, Math.min(box.left, innerWidth - width - 16))}px`;
  card.style.top = `${below ? box.bottom + 10 : above ? box.top - 10 - height : Math.max(16, innerHeight - height - 16)}px`;
}
