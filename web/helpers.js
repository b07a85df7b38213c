// What a page usually wants from a report next: grouping, lookup, and words in the reader's own language.
// Pure functions over plain data; nothing here needs the engine.
import { textFragment } from './anchor.js';

const inside = (outer, inner) => inner.start >= outer.start && inner.end <= outer.end;
const countWords = (text) => text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** The words of a quote, its pieces joined by a space. */
export function quotedText(quote, text) {
  return quote.content.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** The quotes that touch sentence `index`, and the dates and numbers inside it. */
export function spansInSentence(report, index) {
  const sentence = report.sentences[index];
  if (!sentence) throw new RangeError(`There is no sentence ${index}; the report has ${report.sentences.length}.`);
  return {
    quotes: report.quotes.filter((quote) => quote.start < sentence.end && quote.end > sentence.start),
    dates: report.dates.filter((date) => inside(sentence, date)),
    numbers: report.numbers.filter((number) => inside(sentence, number)),
  };
}

const kinds = ['quotes', 'dates', 'numbers'];

/** What stands at a place in the text, the narrowest first. */
export function findingsAt(report, offset) {
  const found = [];
  for (const kind of kinds)
    report[kind].forEach((record, index) => {
      if (record.start <= offset && offset < record.end) found.push({ kind, index, record });
    });
  return found.sort((a, b) => a.record.end - a.record.start - (b.record.end - b.record.start));
}

/**
 * Groups the quotes by speaker, the one with the most words first; titles of works are no quotes and stay out, and so do
 * quotations inside quotations, whose words are counted already.
 */
export function whoSaidWhat(report, text) {
  const groups = new Map();
  report.quotes.forEach((quote, index) => {
    if (quote.kind === 'title' || quote.parent !== undefined) return;
    const { speaker } = quote;
    const person = speaker?.person;
    const name = speaker?.name ?? (person === undefined ? speaker?.text : report.people[person]?.name) ?? null;
    if (name === null && quote.kind === 'scare') return;
    const key = person ?? name;
    if (!groups.has(key)) groups.set(key, { person: person ?? null, name, role: report.people[person]?.role ?? null, quotes: [], words: 0 });
    const group = groups.get(key);
    const words = quote.kind === 'indirect' ? 0 : countWords(quotedText(quote, text));
    group.quotes.push({ index, quote, text: quotedText(quote, text), words });
    group.words += words;
  });
  return [...groups.values()].sort((a, b) => (a.name === null) - (b.name === null) || b.words - a.words);
}

/**
 * A quote as one passes it on: the words, who said them, where and when, and a link that leads to them.
 * `page` says what the text does not: the outlet, the headline, the address.
 */
export function attribution(quote, report, text, { outlet, title, address } = {}) {
  const words = quotedText(quote, text).replace(/\s+/g, ' ').trim();
  const said = quote.kind === 'indirect' ? words : `“${words.replace(/,$/, '')}”`;
  const { speaker } = quote;
  const person = report.people[speaker?.person];
  const name = speaker?.name ?? person?.name ?? speaker?.text;
  const who = [name, person?.role && name ? person.role : undefined].filter(Boolean).join(', ');
  const { headline, published } = report.article;
  const work = title ?? headline?.text ?? headline?.value;
  const date = (published?.value ?? report.reference.value)?.slice(0, 10);
  const where = [outlet, work && `“${work.replace(/\s+/g, ' ')}”`, date].filter(Boolean).join(', ');
  const link = address && address.split('#')[0] + textFragment(text, quote.content[0] ?? quote);
  return [said, [who, where].filter(Boolean).join('. ').replace(/^(?=.)/, '— '), link].filter(Boolean).join('\n');
}

// Numbers

const approximations = {
  about: (value) => `about ${value}`,
  nearly: (value) => `nearly ${value}`,
  'more-than': (value) => `more than ${value}`,
  'less-than': (value) => `less than ${value}`,
  'at-least': (value) => `at least ${value}`,
  'at-most': (value) => `at most ${value}`,
  'up-to': (value) => `up to ${value}`,
  'as-many-as': (value) => `as many as ${value}`,
  vague: (value) => `roughly ${value}`,
};

function plainNumber(value, locale, options) {
  const fraction = value.split('.')[1]?.length ?? 0;
  const digits = Math.min(fraction, 20);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...options });
}

function formatter(number, sample, locale) {
  const { kind, unit } = number;
  try {
    if (/^[A-Z]{3}$/.test(unit ?? '')) return plainNumber(sample, locale, { style: 'currency', currency: unit });
    if (unit && unit !== 'percent') return plainNumber(sample, locale, { style: 'unit', unit, unitDisplay: 'long' });
  } catch {
    // A unit that this browser's Intl has no words for is named as it is.
  }
  const plain = plainNumber(sample, locale);
  const label = { percent: (n) => `${n}%`, ordinal: (n) => `no. ${n}`, multiple: (n) => `${n}×` }[unit === 'percent' ? 'percent' : kind];
  const tail = unit && unit !== 'percent' ? ` ${unit.replaceAll('-', ' ')}` : '';
  const word = (text) => (label ? label(text) : text + tail);
  return {
    format: (value) => word(plain.format(value)),
    formatRange: (low, high) => word(`${plain.format(low)}–${plain.format(high)}`),
  };
}

/**
 * A figure in the reader's own way of writing: "25 000 €", "about 62 miles". The words of approximation are English.
 * `locale` is a BCP 47 tag or a list of them; the platform's own when left out.
 */
export function formatNumber(number, { locale } = {}) {
  const { value, low, high, approx } = number;
  const wrap = approximations[approx] ?? ((text) => text);
  if (low !== undefined && high !== undefined && low !== high) {
    const fraction = (text) => text.split('.')[1]?.length ?? 0;
    return wrap(formatter(number, fraction(low) > fraction(high) ? low : high, locale).formatRange(low, high));
  }
  const sample = value ?? low ?? high;
  if (sample === undefined || !/^-?\d+(\.\d+)?$/.test(sample)) return number.text;
  return wrap(formatter(number, sample, locale).format(sample));
}

// Dates

const styles = {
  second: { dateStyle: 'long', timeStyle: 'medium' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
  hour: { dateStyle: 'long', timeStyle: 'short' },
  day: { dateStyle: 'full' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
};
const parts = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime', MI: 'midday' };
const moods = {
  APPROX: 'about', START: 'the start of', MID: 'the middle of', END: 'the end of', EARLY: 'early', LATE: 'late',
  BEFORE: 'before', AFTER: 'after', ON_OR_BEFORE: 'by', ON_OR_AFTER: 'from', LESS_THAN: 'less than',
  MORE_THAN: 'more than', EQUAL_OR_LESS: 'at most', EQUAL_OR_MORE: 'at least',
};
const open = { PAST_REF: 'some time ago', PRESENT_REF: 'now', FUTURE_REF: 'some time ahead' };
const lengths = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second' };
const day = 86_400_000;

/** Milliseconds of a floating ISO date or date-time, as if it were written in UTC; NaN when it is neither. */
export function timeOf(iso) {
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(iso ?? '');
  if (!match) return NaN;
  const [, year, month = '01', dayOfMonth = '01', hour = '00', minute = '00', second = '00', zone = ''] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(dayOfMonth));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  return date.getTime() - (sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0);
}

function formatLength(value, locale) {
  const words = [];
  let time = '';
  for (const [, t, amount, letter] of value.slice(1).matchAll(/(T?)(\d+(?:\.\d+)?|X)([A-Z])/g)) {
    time ||= t;
    const unit = lengths[time + letter];
    if (!unit) return null;
    words.push(
      amount === 'X'
        ? `some ${unit}s`
        : new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    );
  }
  return words.length ? words.join(', ') : null;
}

function formatInterval({ from, to, grain, value }, locale) {
  const start = timeOf(from);
  if (Number.isNaN(start)) return null;
  const dates = (style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  if (grain === 'part-of-day') {
    const part = parts[/T([A-Z]{2})$/.exec(value)?.[1]];
    return dates(styles.day).format(timeOf(from.slice(0, 10))) + (part ? `, ${part}` : '');
  }
  // A time with a written zone is shown in UTC and says so; one without is left in the article's own.
  const zone = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(from) ? ' UTC' : '';
  if (styles[grain]) return dates(styles[grain]).format(start) + zone;
  const last = timeOf(to) - day;
  if (!(last > start)) return dates(styles.day).format(start);
  return dates({ dateStyle: 'long' }).formatRange(start, last);
}

/** What is known of a date without its year or day: "Saturday", "3 June", "03:10". */
function formatOpen(value, locale) {
  const dates = (style, time) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(time);
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value)?.[1];
  if (weekday) return dates({ weekday: 'long' }, Date.UTC(2024, 0, Number(weekday))); // 1 January 2024 was a Monday
  const [, month, dayOfMonth, time] = /^XXXX-(\d\d|XX)(?:-(\d\d|XX))?(?:T(\d\d:\d\d)Z?)?$/.exec(value) ?? [];
  if (time) return dates({ timeStyle: 'short' }, timeOf(`2024-01-01T${time}`));
  if (!month || month === 'XX') return null;
  if (dayOfMonth && dayOfMonth !== 'XX') return dates({ month: 'long', day: 'numeric' }, timeOf(`2024-${month}-${dayOfMonth}`));
  return dates({ month: 'long' }, timeOf(`2024-${month}`));
}

/** A date in the reader's own way of writing; `null` where it has no calendar place and no length. */
export function formatDate(date, { locale } = {}) {
  const value = date.value;
  const plain = open[value] ?? (/^P/.test(value) ? formatLength(value, locale) : (formatInterval(date, locale) ?? formatOpen(value, locale)));
  if (plain === null || plain === undefined) return null;
  const every = date.type === 'SET' ? 'every ' : '';
  return every + (moods[date.mod] ? `${moods[date.mod]} ${plain}` : plain);
}

// Units

/** Unit, its partner in the other system, and what one is worth in the other (for temperatures: how to get there). */
const partners = [
  ['mile', 'kilometer', 1.609344], ['yard', 'meter', 0.9144], ['foot', 'meter', 0.3048], ['inch', 'centimeter', 2.54],
  ['pound', 'kilogram', 0.45359237], ['ounce', 'gram', 28.349523125], ['acre', 'hectare', 0.40468564224],
  ['square-mile', 'square-kilometer', 2.589988110336], ['square-foot', 'square-meter', 0.09290304], ['gallon', 'liter', 3.785411784],
  ['mile-per-hour', 'kilometer-per-hour', 1.609344], ['fahrenheit', 'celsius', null],
];
const imperial = new Map(partners.map(([from, to, factor]) => [from, factor === null ? [to, (x) => ((x - 32) * 5) / 9] : [to, (x) => x * factor]]));
const metric = new Map([
  ...partners.map(([to, from, factor]) => [from, factor === null ? [to, (x) => (x * 9) / 5 + 32] : [to, (x) => x / factor]]),
  ['meter', ['foot', (x) => x / 0.3048]], ['millimeter', ['inch', (x) => x / 25.4]],
]);

/** Whole numbers stay about as exact as they were written: as many digits as the figure had, and at least two. */
function asExact(value, written) {
  const digits = Math.max(2, written.replace(/^-?0*\.?0*|\.|0+$/g, '').length);
  return String(Number(value.toPrecision(Math.min(digits, 15))));
}

/**
 * A measure in the units that readers of `locale` think in: miles for the United States, kilometres nearly everywhere
 * else. `null` where it is in them already or has no partner. Rounded to what was written; the exact value is `base`.
 */
export function convertNumber(number, { locale } = {}) {
  const { region } = new Intl.Locale(locale ?? new Intl.NumberFormat().resolvedOptions().locale).maximize();
  const [unit, convert] = (['US', 'LR', 'MM'].includes(region) ? metric : imperial).get(number.unit) ?? [];
  if (!unit) return null;
  const converted = (value) => (value === undefined || value === null ? value : asExact(convert(Number(value)), value));
  return { ...number, unit, value: converted(number.value), low: converted(number.low), high: converted(number.high) };
}
