// In the page: collects its text, asks the background for the report, paints. Adds nothing to the document.
// The popup puts this in by activeTab; a second time finds the first one there.
(async () => {
  const api = globalThis.browser ?? chrome;
  if (globalThis.copydeskReader) return;

  const { createPainter, follow, textFragment } = globalThis.copydeskDom;
  const { kinds, styles } = await api.storage.local.get({ kinds: ['quote', 'date', 'number', 'finding'], styles: {} });
  const painter = createPainter({ styles });
  let latest = null;
  let failure = null;
  let watch = null;

  /** The day the page says it was published, for "on Thursday". */
  function published() {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const found = /"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)/.exec(script.textContent);
      if (found) return found[1];
    }
    const said = document.querySelector('meta[property="article:published_time"]')?.content ?? document.querySelector('article time[datetime]')?.dateTime;
    return /^\d{4}-\d\d-\d\d/.exec(said ?? '')?.[0];
  }

  async function analyze(text) {
    const { report, error } = await api.runtime.sendMessage({ copydesk: 'analyze', text, options: { reference: published() } });
    if (error) throw new Error(error.message);
    return report;
  }

  const root = () => document.querySelector('article') ?? document.querySelector('main, [role="main"]') ?? document.body;

  const commands = {
    async read() {
      failure = null;
      watch ??= follow(root(), {
        analyze,
        painter,
        kinds,
        onReport: (report, page) => { latest = { report, page }; },
        onError: (error) => { failure = error.message; },
      });
      await watch.ready;
      if (!latest) return { error: failure ?? 'This page could not be read.' };
      return { report: latest.report, text: latest.page.text, title: document.title, address: location.href.split('#')[0] };
    },
    select({ span }) {
      const range = painter.select(span);
      if (!range) return { found: false };
      const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
      range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: quiet ? 'auto' : 'smooth' });
      return { found: true };
    },
    link({ span }) {
      return { link: location.href.split('#')[0] + textFragment(latest.page.text, span) };
    },
    stop() {
      watch?.stop();
      watch = latest = null;
      painter.dispose();
      return {};
    },
    state() {
      return { painted: latest !== null, mode: painter.mode };
    },
  };

  globalThis.copydeskReader = true;
  api.runtime.onMessage.addListener((message, _sender, respond) => {
    const command = commands[message?.copydesk];
    if (!command) return false;
    Promise.resolve(command(message)).then(respond, (error) => respond({ error: error.message }));
    return true;
  });
})();
