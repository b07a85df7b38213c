// The list beside the page: every row leads to its place, quotes copy with their attribution.
import { attribution, formatDate, formatNumber, whoSaidWhat } from './copydesk/helpers.js';

const api = globalThis.browser ?? chrome;
const $ = (id) => document.getElementById(id);
const flat = (text) => text.replace(/\s+/g, ' ').trim();

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function tab() {
  // A tab of its own, as the tests open it, names the pages it is about.
  const url = new URLSearchParams(location.search).get('page');
  const [found] = await api.tabs.query(url ? { url } : { active: true, currentWindow: true });
  return found.id;
}

let counts = '';
const target = await tab();
const ask = (message) => api.tabs.sendMessage(target, message);

function row(kind, index, words, meaning, span) {
  const item = element('li');
  const go = element('button', '', 'go');
  go.type = 'button';
  Object.assign(go.dataset, { kind, index });
  go.append(element('span', flat(words), `said ${kind}`));
  if (meaning && meaning !== flat(words)) go.append(element('b', meaning));
  go.addEventListener('click', async () => {
    mark(go);
    const { found } = span ? await ask({ copydesk: 'select', span }) : { found: false };
    $('message').textContent = found ? counts : 'The page has changed there; the words are no longer where they were.';
  });
  item.append(go);
  return item;
}

function quoteRow({ quote, index, text }, page) {
  const reported = quote.kind === 'indirect';
  const item = row(reported ? 'reported' : 'quote', index, reported ? text : `“${flat(text).replace(/,$/, '')}”`, '', quote);
  const copy = element('button', 'Copy', 'copy');
  copy.type = 'button';
  copy.setAttribute('aria-label', `Copy with attribution: ${flat(text).slice(0, 40)}`);
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(attribution(quote, page.report, page.text, page.about));
    $('message').textContent = 'Copied, with who said it, where and when, and a link to the words.';
  });
  item.append(copy);
  return item;
}

function fill(list, rows) {
  list.replaceChildren(...(rows.length ? rows : [element(list.localName === 'ul' ? 'li' : 'p', 'None on this page.', 'none')]));
}

function show(page) {
  const { report, text } = page;
  fill($('said'), whoSaidWhat(report, text).map(({ name, role, words, quotes }) => {
    const voice = element('section');
    const head = element('h3', name ?? 'Nobody is named');
    head.append(' ', element('small', words ? `${words} ${words === 1 ? 'word' : 'words'}` : 'reported only'));
    const list = element('ul');
    list.append(...quotes.map((quote) => quoteRow(quote, page)));
    voice.append(head, ...(role ? [element('p', role, 'role')] : []), list);
    return voice;
  }));
  fill($('dates'), report.dates.map((date, index) => row('date', index, date.text, formatDate(date) ?? date.value, date)));
  fill($('figures'), report.numbers.map((number, index) => row('number', index, [number.text, number.of?.text].filter(Boolean).join(' '), formatNumber(number), number)));
  fill($('questions'), report.findings.map((finding, index) => row('finding', index, finding.message, '', finding.spans[0])));
  $('lists').hidden = false;
  counts = `${report.quotes.length} quotes, ${report.dates.length} dates, ${report.numbers.length} figures.`;
  $('message').textContent = counts;
}

function mark(go) {
  for (const each of document.querySelectorAll('.go[aria-current]')) each.removeAttribute('aria-current');
  go?.setAttribute('aria-current', 'true');
}

/** The row of a mark in the page; the way back from the text. */
function reveal({ kind, index }) {
  const kinds = kind === 'quote' ? ['quote', 'reported'] : [kind];
  const go = kinds.map((each) => document.querySelector(`.go[data-kind="${each}"][data-index="${index}"]`)).find(Boolean);
  mark(go);
  go?.focus();
  go?.scrollIntoView({ block: 'center' });
}

$('stop').addEventListener('click', async () => {
  await ask({ copydesk: 'stop' });
  window.close();
});
$('options').addEventListener('click', () => api.runtime.openOptionsPage());
$('lists').addEventListener('keydown', (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...document.querySelectorAll('.go')];
  const now = rows.indexOf(document.activeElement.closest('li')?.querySelector('.go'));
  if (!by || now < 0) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, now + by))].focus();
});
api.runtime.onMessage.addListener((message, sender) => {
  if (message?.copydesk === 'chosen' && sender.tab?.id === target) reveal(message);
});

try {
  await api.scripting.executeScript({ target: { tabId: target }, files: ['settings.js', 'dom.js', 'content.js'] });
  const page = await ask({ copydesk: 'read' });
  if (page.error) throw new Error(page.error);
  show(page);
  if (page.at) reveal(page.at);
} catch (error) {
  $('message').textContent = `This page cannot be read: ${error.message}`;
}
