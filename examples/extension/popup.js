// The list beside the page: every row leads to its place, quotes copy with their attribution.
import { formatDate, formatNumber, whoSaidWhat } from './copydesk/helpers.js';

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

const target = await tab();
const ask = (message) => api.tabs.sendMessage(target, message);

function row(words, meaning, span) {
  const item = element('li');
  const go = element('button', flat(words), 'go');
  go.type = 'button';
  if (meaning && meaning !== flat(words)) go.append(element('b', meaning));
  go.addEventListener('click', () => ask({ copydesk: 'select', span }));
  item.append(go);
  return item;
}

function quoteRow({ quote, text }, name, page) {
  const item = row(quote.kind === 'indirect' ? text : `“${flat(text)}”`, '', quote);
  const copy = element('button', 'Copy');
  copy.type = 'button';
  copy.setAttribute('aria-label', `Copy with attribution: ${flat(text).slice(0, 40)}`);
  copy.addEventListener('click', async () => {
    const { link } = await ask({ copydesk: 'link', span: quote.content[0] });
    const source = [name, page.title, page.report.reference.value].filter(Boolean).join(', ');
    await navigator.clipboard.writeText(`“${flat(text)}”\n— ${source}\n${link}`);
    $('message').textContent = 'Copied.';
  });
  item.append(copy);
  return item;
}

function fill(list, rows) {
  list.replaceChildren(...(rows.length ? rows : [element('p', 'None on this page.', 'none')]));
}

function show(page) {
  const { report, text } = page;
  fill($('said'), whoSaidWhat(report, text).map(({ name, role, words, quotes }) => {
    const voice = element('section');
    const head = element('h3', name ?? 'Nobody is named');
    head.append(' ', element('small', [role, words ? `${words} words` : 'reported'].filter(Boolean).join(', ')));
    const list = element('ul');
    list.append(...quotes.map((quote) => quoteRow(quote, name, page)));
    voice.append(head, list);
    return voice;
  }));
  fill($('dates'), report.dates.map((date) => row(date.text, formatDate(date) ?? date.value, date)));
  fill($('figures'), report.numbers.map((number) => row([number.text, number.of?.text].filter(Boolean).join(' '), formatNumber(number), number)));
  fill($('questions'), report.findings.map((finding) => row(finding.message, '', finding.spans[0])));
  $('lists').hidden = false;
  $('message').textContent = `${report.quotes.length} quotes, ${report.dates.length} dates, ${report.numbers.length} figures.`;
}

$('stop').addEventListener('click', async () => {
  await ask({ copydesk: 'stop' });
  window.close();
});

try {
  await api.scripting.executeScript({ target: { tabId: target }, files: ['dom.js', 'content.js'] });
  const page = await ask({ copydesk: 'read' });
  if (page.error) throw new Error(page.error);
  show(page);
} catch (error) {
  $('message').textContent = `This page cannot be read: ${error.message}`;
}
