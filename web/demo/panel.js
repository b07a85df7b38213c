// The lists beside the article: who said what, when, how many, and the desk's questions. Every row leads to its place.
import { convertNumber, formatDate, formatNumber, whoSaidWhat } from '../helpers.js';
import { element } from './element.js';
import { timeline } from './timeline.js';

const kindNames = {
  money: 'Money', percent: 'Per cent', measure: 'Measures', range: 'Ranges', cardinal: 'Counts', ordinal: 'Order', fraction: 'Fractions',
  ratio: 'Ratios', score: 'Scores', age: 'Ages', multiple: 'Multiples',
};

const jump = (kind, index, open, ...content) => {
  const button = element('button', { type: 'button', className: 'jump' }, ...content);
  button.dataset.kind = kind;
  button.dataset.index = index;
  button.addEventListener('click', () => open({ kind, index }));
  return button;
};
const empty = (words) => element('p', { className: 'empty' }, words);
const flat = (text) => text.replace(/\s+/g, ' ');

export function people(report, text, open) {
  const voices = whoSaidWhat(report, text);
  if (!voices.length) return [empty('Nobody is quoted here.')];
  const most = Math.max(...voices.map(({ words }) => words), 1);
  return voices.map(({ name, role, quotes, words }) => {
    const bar = element('i');
    bar.style.width = `${(100 * words) / most}%`;
    const said = words ? `${words} ${words === 1 ? 'word' : 'words'}` : 'reported only';
    const rows = quotes.map(({ index, quote, text: content }) =>
      element('li', {}, jump('quote', index, open, quote.kind === 'indirect' ? flat(content) : `“${flat(content).replace(/,$/, '')}”`,
        quote.cue ? element('span', { className: 'cue' }, flat(quote.cue.text)) : '')));
    return element('section', { className: 'voice' },
      element('h3', {}, name ?? 'Nobody is named', element('span', {}, said)),
      role ? element('p', { className: 'role' }, role) : '',
      element('div', { className: 'share' }, bar),
      element('ul', {}, ...rows));
  });
}

export function dates(report, text, open) {
  if (!report.dates.length) return [empty('No dates here.')];
  const rows = report.dates.map((date, index) =>
    element('li', {}, jump('date', index, open,
      element('span', { className: 'said' }, flat(date.text)),
      element('span', { className: 'meant' }, formatDate(date) ?? date.value))));
  return [timeline(report.dates, report.reference.value ?? '', open) ?? '', element('ul', { className: 'rows' }, ...rows)];
}

export function figures(report, text, open) {
  if (!report.numbers.length) return [empty('No figures here.')];
  const groups = new Map();
  report.numbers.forEach((number, index) => {
    const name = number.kind === 'range' && /^[A-Z]{3}$/.test(number.unit ?? '') ? 'money' : number.kind;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push([number, index]);
  });
  const order = Object.keys(kindNames);
  return [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).flatMap(([kind, list]) => [
    element('h3', { className: 'group' }, kindNames[kind] ?? kind),
    element('ul', { className: 'rows' }, ...list.map(([number, index]) => {
      const converted = number.sameAs === undefined ? convertNumber(number) : null;
      const more = [number.of && flat(number.of.text), converted && `that is ${formatNumber(converted)}`].filter(Boolean).join('; ');
      return element('li', {}, jump('number', index, open,
        element('span', { className: 'said' }, flat(number.text)),
        element('span', { className: 'meant' }, formatNumber(number)),
        more ? element('span', { className: 'more' }, more) : ''));
    })),
  ]);
}

export function questions(report, text, open) {
  if (!report.findings.length) return [empty('No questions. Every quote closes, and dates, sums and conversions agree as far as the desk can see.')];
  return report.findings.map((finding, index) =>
    element('div', { className: 'question' },
      finding.spans.length ? jump('finding', index, open, finding.message) : element('p', {}, finding.message),
      finding.suggestion ? element('p', {}, finding.suggestion) : ''));
}
