// The dates of an article around its day of publication. Distance is drawn on a logarithm, so that last night and
// 1974 both have room; what is no exact day is a bar as long as its uncertainty.
import { formatDate, timeOf } from '../helpers.js';

const namespace = 'http://www.w3.org/2000/svg';
const width = 400;
const side = 14;
const lane = 21;
const day = 86_400_000;
const steps = [[1, 'a day'], [7, 'a week'], [30.4, 'a month'], [365.25, 'a year'], [3652.5, '10 years'], [36525, 'a century'], [365250, '1,000 years']];

function svg(name, attributes, ...children) {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const bend = (days) => Math.sign(days) * Math.log1p(Math.abs(days) * 2);

/** One entry for each interval that is meant, however often it is written. */
function moments(dates) {
  const byInterval = new Map();
  dates.forEach((date, index) => {
    const [from, to] = [timeOf(date.from), timeOf(date.to ?? date.from)];
    if (Number.isNaN(from) || Number.isNaN(to)) return;
    const key = `${from}/${to}`;
    if (!byInterval.has(key)) byInterval.set(key, { from, to: Math.max(to, from), date, index });
  });
  return [...byInterval.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** @returns {SVGElement|null} null when nothing has a place in time */
export function timeline(dates, reference, open) {
  const all = moments(dates);
  const zero = Number.isNaN(timeOf(reference)) ? all.at(-1)?.from : timeOf(reference.slice(0, 10));
  if (all.length < 2) return null;
  const at = (time) => bend((time - zero) / day);
  const low = Math.min(at(all[0].from), -bend(2));
  const high = Math.max(...all.map(({ to }) => at(to)), bend(2));
  const x = (time) => side + ((at(time) - low) / (high - low)) * (width - 2 * side);

  const lanes = [];
  const marks = all.map(({ from, to, date, index }) => {
    const [x1, x2] = [x(from), x(to)];
    const exact = to - from <= day;
    const middle = exact ? x((from + to) / 2) : x2;
    const label = date.text.replace(/\s+/g, ' ').slice(0, 28);
    const length = label.length * 6.2 + 16;
    const left = middle + length > width;
    const [begin, end] = left ? [(exact ? middle : x1) - length, x2 + 4] : [x1 - 4, middle + length];
    let row = lanes.findIndex((taken) => taken.every(([a, b]) => end < a || begin > b));
    if (row < 0) row = lanes.push([]) - 1;
    lanes[row].push([begin, end]);
    const y = 34 + row * lane;
    const vague = date.mod || date.grain === 'season' || date.grain === 'decade' ? ' vague' : '';
    const shape = exact
      ? svg('circle', { class: 'mark', cx: middle, cy: y, r: 4 })
      : svg('rect', { class: `bar${vague}`, x: x1, y: y - 4, width: Math.max(x2 - x1, 3), height: 8, rx: 2 });
    const text = svg('text', { x: left ? (exact ? middle : x1) - 8 : middle + 8, y: y + 3.5, 'text-anchor': left ? 'end' : 'start' }, label);
    const group = svg('g', { class: 'when', 'data-index': index }, svg('title', {}, `${date.text}: ${formatDate(date) ?? date.value}`), shape, text);
    group.addEventListener('click', () => open({ kind: 'date', index }));
    return group;
  });

  const bottom = 34 + lanes.length * lane;
  const known = !Number.isNaN(timeOf(reference));
  const ticks = known ? [svg('g', { class: 'tick' }, svg('line', { class: 'zero', x1: x(zero), x2: x(zero), y1: 16, y2: bottom }), svg('text', { class: 'zero-label', x: x(zero), y: 10, 'text-anchor': 'middle' }, 'published'))] : [];
  for (const sign of known ? [-1, 1] : []) {
    let last = x(zero) + sign * 28;
    for (const [days, name] of steps) {
      const place = side + ((bend(sign * days) - low) / (high - low)) * (width - 2 * side);
      if (place < side - 1 || place > width - side + 1 || Math.abs(place - last) < 46 || (place - last) * sign < 0) continue;
      last = place;
      ticks.push(svg('g', { class: 'tick' }, svg('line', { class: 'axis', x1: place, x2: place, y1: 16, y2: bottom }), svg('text', { x: place, y: 10, 'text-anchor': 'middle' }, name)));
    }
  }
  const count = `${all.length} dates on a line around the day of publication; the list below has them all.`;
  return svg('svg', { class: 'timeline', viewBox: `0 0 ${width} ${bottom}`, role: 'img', 'aria-label': count }, ...ticks, ...marks);
}
