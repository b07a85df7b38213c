// The page: reads an article, shows it marked, and answers clicks and keys.
import { load } from '../inline.js';
import { createPainter } from '../dom.js';
import { toCSV, toJSONLD, toMarkdown, toWebAnnotation } from '../exports.js';
import { formatDate, formatNumber } from '../helpers.js';
import { articles } from './articles.js';
import { explain, place } from './card.js';
import { annotate, show } from './galley.js';
import { fromFile, fromHTML } from './input.js';
import { dates, figures, people, questions } from './panel.js';
import { fromHash, toHash } from './state.js';

const $ = (id) => document.getElementById(id);
const lists = { quote: 'quotes', date: 'dates', number: 'numbers', finding: 'findings' };
const tabOf = { quote: 'people', date: 'dates', number: 'figures', finding: 'questions' };
const tabs = ['people', 'dates', 'figures', 'questions'];
const signals = { option: 'chosen by you', 'json-ld': 'from the page’s metadata', byline: 'from the byline', dateline: 'from the dateline', updated: 'from the update stamp' };

const painter = createPainter({
  styles: {
    quote: { light: 'background-color: #ffeb9e', dark: 'background-color: #4f4417' },
    date: { light: 'text-decoration: underline dotted 2.5px #0b6590', dark: 'text-decoration-color: #74c7ec' },
    number: { light: 'text-decoration: underline solid 1.5px #b0341f', dark: 'text-decoration-color: #ff9d8c' },
    finding: { light: 'text-decoration: underline wavy 1.5px #7a2fbf', dark: 'text-decoration-color: #cdb0f7' },
    current: { light: 'background-color: #1f4f8f; color: #fff', dark: 'background-color: #8ab8f2; color: #10151c' },
  },
});

let desk;
let state = { text: '', reference: undefined, article: undefined };
let report;
let page;
let shown = ['quote', 'date', 'number', 'finding'];
let current = null;

function say(words) {
  const status = $('status');
  status.textContent = words;
  status.classList.add('shown');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => status.classList.remove('shown'), 3500);
}

// Reading

/** The time of one reading: the best of a few, for clocks in browsers are coarse and the first call compiles. */
function timed(text, options) {
  let best = Infinity;
  let result;
  const rounds = text.length < 100_000 ? 5 : 1;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    result = desk.analyze(text, options);
    best = Math.min(best, performance.now() - start);
  }
  return [result, best];
}

function read(next) {
  state = next;
  closeCard();
  const [result, time] = timed(state.text, { reference: state.reference });
  report = result;
  page = show($('galley'), state.text, report.blocks);
  paint();
  fillPanel();
  $('time').textContent = time < 0.1 ? 'under 0.1 ms' : `${time.toFixed(time < 10 ? 1 : 0)} ms`;
  $('characters').textContent = state.text.length.toLocaleString();
  for (const [kind, list] of Object.entries(lists)) $(`count-${kind}`).textContent = report[list].length;
  $('articles').value = state.article ?? '';
  const { value, source } = report.reference;
  $('reference').value = value?.slice(0, 10) ?? '';
  $('reference-source').textContent = value ? signals[source] : 'unknown: give a day, and weekdays find theirs';
  $('reference-reset').hidden = !state.reference;
  document.documentElement.dataset.ready = 'true';
}

/** Reads something new, and lets the Back button return. */
function open(next) {
  read(next);
  history.pushState(next, '', next.article ? `#article=${next.article}` : '#');
  scrollTo({ top: 0 });
}

function paint() {
  painter.paint(page, report, { kinds: shown });
  const quotes = shown.includes('quote') ? report.quotes : [];
  annotate($('margin'), $('galley'), page, quotes, (quote) => quote.speaker?.name ?? quote.speaker?.text ?? null, choose);
}

function fillPanel() {
  const parts = { people, dates, figures, questions };
  for (const name of tabs) $(`panel-${name}`).replaceChildren(...parts[name](report, state.text, choose).filter(Boolean));
}

// Choosing a mark

const spanOf = ({ kind, record }) => (kind === 'finding' ? record.spans[0] : record);

function closeCard() {
  if ($('card').matches(':popover-open')) $('card').hidePopover();
  if (current && page) painter.select(null);
  current = glance = null;
  for (const row of document.querySelectorAll('[aria-current="true"]')) row.removeAttribute('aria-current');
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    say(`${what}: the browser does not allow copying here.`);
  }
}

/** Brings a row of the lists into view without moving the page. */
function reveal(row) {
  const panel = row.closest('[role="tabpanel"]');
  const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) panel.scrollTop += inner.top - outer.top - outer.height / 3;
}

/** Shows a mark: in the text, on its card, and in its list. */
function choose({ kind, index }, { others = [], stay = false } = {}) {
  const record = report[lists[kind]][index];
  closeCard();
  current = { kind, index, record };
  const span = spanOf(current);
  const range = span && painter.select(span);
  let box = range?.getBoundingClientRect();
  if (box && (box.top < 60 || box.bottom > innerHeight - 40)) {
    const target = scrollY + box.top - innerHeight / 3;
    scrollTo({ top: Math.max(0, target), behavior: 'instant' });
    box = range.getBoundingClientRect();
  }
  if (!stay) showTab(tabOf[kind]);
  const row = document.querySelector(`[role="tabpanel"]:not([hidden]) .jump[data-kind="${kind}"][data-index="${index}"]`);
  row?.setAttribute('aria-current', 'true');
  if (row) reveal(row);
  const card = $('card');
  const close = document.createElement('button');
  Object.assign(close, { type: 'button', className: 'close', textContent: '×' });
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', () => {
    closeCard();
    $('galley').focus({ preventScroll: true });
  });
  const parts = [current, ...others].map((each) => explain(each, report, state.text, copy));
  parts[0].querySelector('.kind').append(close);
  card.replaceChildren(...parts.flatMap((part, i) => (i ? [document.createElement('hr'), part] : [part])));
  card.showPopover();
  if (box) place(card, box);
}

/** All marks that are shown, in the order of the text. */
const marks = () =>
  shown
    .flatMap((kind) => report[lists[kind]].map((record, index) => ({ kind, index, record })))
    .filter((mark) => spanOf(mark))
    .sort((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end);

function step(by) {
  const all = marks();
  if (!all.length) return;
  const now = current ? all.findIndex(({ kind, index }) => kind === current.kind && index === current.index) : -1;
  const next = all[(now + by + all.length + (now < 0 && by < 0 ? 1 : 0)) % all.length];
  choose(next);
  const meaning = { quote: () => `said by ${next.record.speaker?.name ?? next.record.speaker?.text ?? 'nobody named'}`, date: () => formatDate(next.record) ?? next.record.value, number: () => formatNumber(next.record), finding: () => next.record.message };
  const span = spanOf(next);
  say.quiet = `${state.text.slice(span.start, span.end)}: ${meaning[next.kind]()}`;
  $('status').textContent = say.quiet;
}

$('galley').addEventListener('click', (event) => {
  if (!getSelection().isCollapsed) return;
  clearTimeout(resting);
  const [first, ...others] = painter.at(event.clientX, event.clientY);
  if (first) choose(first, { others });
  else closeCard();
});

// A mouse that rests on a mark sees its card; a click keeps it.

let glance = null; // the mark whose card is shown for as long as the mouse rests
let resting;

function rest({ clientX, clientY }) {
  const [first, ...others] = painter.at(clientX, clientY);
  $('galley').style.cursor = first ? 'pointer' : '';
  clearTimeout(resting);
  if (current && !glance) return; // a card that was asked for stays
  if (first && glance?.kind === first.kind && glance.index === first.index) return;
  resting = setTimeout(() => {
    if (!first) return closeCard();
    choose(first, { others, stay: true });
    glance = first;
  }, first && !glance ? 350 : 200);
}
$('galley').addEventListener('mousemove', rest);
$('galley').addEventListener('mouseleave', () => {
  clearTimeout(resting);
  if (glance) resting = setTimeout(closeCard, 200);
});
$('card').addEventListener('mouseenter', () => clearTimeout(resting));
$('card').addEventListener('mouseleave', () => {
  if (glance) resting = setTimeout(closeCard, 200);
});
$('galley').addEventListener('keydown', (event) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    step(by);
  } else if (event.key === 'Enter' && current) {
    event.preventDefault();
    $('card').querySelector('button')?.focus();
  }
});
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !current) return;
  const inside = $('card').contains(document.activeElement);
  closeCard();
  if (inside) $('galley').focus({ preventScroll: true });
});

// Tabs

function showTab(name) {
  for (const each of tabs) {
    const chosen = each === name;
    $(`tab-${each}`).setAttribute('aria-selected', chosen);
    $(`tab-${each}`).tabIndex = chosen ? 0 : -1;
    $(`panel-${each}`).hidden = !chosen;
  }
}
for (const name of tabs) {
  $(`tab-${name}`).addEventListener('click', () => showTab(name));
  $(`tab-${name}`).addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(name) + by + tabs.length) % tabs.length];
    showTab(next);
    $(`tab-${next}`).focus();
  });
}
for (const button of document.querySelectorAll('.legend button'))
  button.addEventListener('click', () => {
    const { kind } = button.dataset;
    shown = shown.includes(kind) ? shown.filter((each) => each !== kind) : [...shown, kind];
    button.setAttribute('aria-pressed', shown.includes(kind));
    closeCard();
    paint();
  });

// What goes in

for (const { slug, title } of articles) $('articles').append(new Option(title, slug));
$('articles').prepend(new Option('Your own article', '', false, false));
$('articles').firstChild.disabled = true;

const ours = (slug) => articles.find((article) => article.slug === slug);
const openOurs = ({ slug, text }, reference) => ({ article: slug, text, reference });

$('articles').addEventListener('change', (event) => open(openOurs(ours(event.target.value))));
$('reference').addEventListener('change', (event) => read({ ...state, reference: event.target.value || undefined }));
$('reference-reset').addEventListener('click', () => read({ ...state, reference: undefined }));

$('open-paste').addEventListener('click', () => {
  $('paste').showModal();
  $('paste-text').focus();
});
$('paste-cancel').addEventListener('click', () => $('paste').close());
$('paste').addEventListener('close', () => {
  const text = $('paste-text').value;
  if ($('paste').returnValue === 'read' && text.trim()) open({ text });
  $('paste').returnValue = '';
});
addEventListener('paste', (event) => {
  if (event.target.closest?.('textarea, input')) return;
  const html = event.clipboardData.getData('text/html');
  const text = event.clipboardData.getData('text/plain') || (html && fromHTML(html).text);
  if (text?.trim()) open({ text });
});

async function openFile(file) {
  try {
    open(await fromFile(file));
  } catch (error) {
    say(error.message);
  }
}
$('open-file').addEventListener('click', () => $('file').click());
$('file').addEventListener('change', () => {
  if ($('file').files[0]) openFile($('file').files[0]);
  $('file').value = '';
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  $('drop').hidden = false;
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) $('drop').hidden = true;
});
addEventListener('drop', (event) => {
  event.preventDefault();
  $('drop').hidden = true;
  const [file] = event.dataTransfer.files;
  if (file) openFile(file);
  else if (event.dataTransfer.getData('text/plain').trim()) open({ text: event.dataTransfer.getData('text/plain') });
});

// What comes out

const kinds = {
  json: ['report.json', 'application/json', () => JSON.stringify(report, null, 2)],
  csv: ['report.csv', 'text/csv', () => toCSV(report, state.text)],
  jsonld: ['article.jsonld', 'application/ld+json', () => JSON.stringify(toJSONLD(report, state.text), null, 2)],
  annotation: ['annotations.jsonld', 'application/ld+json', () => JSON.stringify(toWebAnnotation(report, state.text), null, 2)],
  markdown: ['report.md', 'text/markdown', () => toMarkdown(report, state.text)],
};
for (const button of document.querySelectorAll('[data-export]'))
  button.addEventListener('click', () => {
    const [name, type, write] = kinds[button.dataset.export];
    const url = URL.createObjectURL(new Blob([write()], { type }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    $('exports').hidePopover();
    say(`Saved ${name}.`);
  });
$('share').addEventListener('click', async () => {
  const hash = await toHash(state);
  history.replaceState(state, '', hash);
  await copy(location.href, 'The link is in the address bar');
  if (location.href.length > 30_000) say('Copied. It is a long link; some programs cut such links short.');
});

addEventListener('popstate', ({ state: kept }) => kept && read(kept));
addEventListener('resize', () => {
  clearTimeout(paint.timer);
  paint.timer = setTimeout(() => report && paint(), 120);
});

// Proof: what the page asks of the network once it is up. The policy forbids it, and this counts it.
function countRequests() {
  const since = performance.now();
  new PerformanceObserver((list) => {
    const more = list.getEntries().filter(({ startTime }) => startTime > since).length;
    $('requests').textContent = Number($('requests').textContent) + more;
  }).observe({ type: 'resource', buffered: true });
}

async function start() {
  try {
    desk = await load();
  } catch (error) {
    say(`${error.message} The browser may forbid WebAssembly here.`);
    return;
  }
  await Promise.all(['400 1em Newsreader', 'italic 400 1em Newsreader', '400 1em "Public Sans"'].map((font) => document.fonts.load(font)));
  const wanted = await fromHash(location.hash);
  const first = ours(wanted?.article) ?? articles[0];
  read(wanted?.text === undefined ? openOurs(first, wanted?.reference) : wanted);
  history.replaceState(state, '');
  countRequests();
  if (location.protocol !== 'file:') await navigator.serviceWorker?.register('./sw.js').catch(() => {});
}
await start();
