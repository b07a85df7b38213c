// In the page: collects its text, asks the background for the report, paints. Adds nothing to the document.
// The popup puts this in by activeTab; a second time finds the first one there.
(() => {
  const api = globalThis.browser ?? chrome;
  if (globalThis.copydeskReader) return;
  globalThis.copydeskReader = true;

  const { createPainter, follow, metadata } = globalThis.copydeskDom;
  const { defaults, stylesOf } = globalThis.copydeskOptions;
  let painter = null;
  let latest = null;
  let failure = null;
  let watch = null;
  let chosen = null; // the mark that was clicked last: where the list opens

  async function analyze(text) {
    const { report, error } = await api.runtime.sendMessage({ copydesk: 'analyze', text, options: { jsonld: metadata(document).jsonld } });
    if (error) throw new Error(error.message);
    return report;
  }

  /** The longest article, unless the page is a list of many; then what is in its middle. */
  function root() {
    const size = (element) => element?.textContent.length ?? 0;
    const middle = document.querySelector('main, [role="main"]');
    const [article] = [...document.querySelectorAll('article')].sort((a, b) => size(b) - size(a));
    return article && 2 * size(article) > size(middle) ? article : (middle ?? document.body);
  }

  async function start() {
    const options = await api.storage.local.get(defaults);
    painter = createPainter({ styles: stylesOf({ ...options, colours: { ...defaults.colours, ...options.colours } }) });
    failure = latest = null;
    watch = follow(root, {
      analyze,
      painter,
      kinds: options.kinds,
      onReport: (report, page) => { latest = { report, page }; },
      onError: (error) => { failure = error.message; },
    });
    await watch.ready;
  }

  function stop() {
    watch?.stop();
    painter?.dispose();
    watch = latest = painter = chosen = null;
  }

  /** The mark that holds the selection or the caret, for those who walk the page by keys. */
  function atSelection() {
    const { anchorNode, anchorOffset, isCollapsed } = getSelection() ?? {};
    const offset = anchorNode && !isCollapsed ? latest.page.offsetOf(anchorNode, anchorOffset) : -1;
    const lists = { quote: 'quotes', date: 'dates', number: 'numbers' };
    const found = Object.entries(lists).flatMap(([kind, list]) =>
      latest.report[list].map((record, index) => ({ kind, index, record })).filter(({ record }) => record.start <= offset && offset < record.end));
    const [narrowest] = found.sort((a, b) => a.record.end - a.record.start - (b.record.end - b.record.start));
    return narrowest && { kind: narrowest.kind, index: narrowest.index };
  }

  // A click on a mark selects it; with Alt it opens the list there. Links and buttons stay what they are.
  addEventListener('click', (event) => {
    if (!latest || event.target.closest?.('a, button, input, textarea, select, summary')) return;
    const [hit] = painter.at(event.clientX, event.clientY);
    chosen = hit ? { kind: hit.kind, index: hit.index } : null;
    painter.select(hit ? (hit.record.spans?.[0] ?? hit.record) : null);
    if (hit) api.runtime.sendMessage({ copydesk: 'chosen', ...chosen, open: event.altKey }).catch(() => {});
  });

  const commands = {
    async read() {
      if (!watch) await start();
      if (!latest) return { error: failure ?? 'This page could not be read.' };
      const { jsonld, ...about } = metadata(document);
      const at = chosen ?? atSelection();
      return { report: latest.report, text: latest.page.text, about: { address: location.href, ...about }, at };
    },
    select({ span }) {
      const range = painter?.select(span);
      if (!range) return { found: false };
      const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
      range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: quiet ? 'auto' : 'smooth' });
      return { found: true };
    },
    stop() {
      stop();
      return {};
    },
  };

  api.runtime.onMessage.addListener((message, _sender, respond) => {
    const command = commands[message?.copydesk];
    if (!command) return false;
    Promise.resolve(command(message)).then(respond, (error) => respond({ error: error.message }));
    return true;
  });

  // New options hold at once where the page is marked.
  api.storage.onChanged.addListener(() => {
    if (!watch) return;
    stop();
    start();
  });
})();
