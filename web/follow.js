// Keeps a painted page painted while it re-renders.
import { collectInSlices } from './dom.js';

/**
 * Reads, analyses and paints `root` now and after each change of it, once the page has been at rest for `debounce`
 * milliseconds (and at the latest after ten times that).
 * @param {Element | (() => Element)} root a function where the page may put another element in its place (a route of a
 *   single-page app): it is asked before each reading, and the whole document is watched
 * @param {{analyze: (text: string) => object | Promise<object>, painter: object, kinds?: string[], debounce?: number,
 *   collect?: object, onReport?: (report: object, page: object) => void, onError?: (error: Error) => void}} options
 *   `collect`: options of `collectInSlices`
 * @returns {{stop(): void, ready: Promise<void>}} `ready` resolves when the first report is painted; `stop` ends the
 *   watch and leaves what is painted to the painter
 */
export function follow(root, { analyze, painter, kinds, debounce = 250, collect, onReport, onError = reportError }) {
  const find = typeof root === 'function' ? root : () => root;
  const abort = new AbortController();
  let timer;
  let waitingSince;
  let report;
  let text;
  let running = null;
  let again = false;

  const watched = new WeakSet();
  const observer = new MutationObserver(() => {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(refresh, Math.max(0, Math.min(debounce, waitingSince + 10 * debounce - now)));
  });
  const watch = (tree) => {
    if (watched.has(tree)) return;
    watched.add(tree);
    observer.observe(tree, { childList: true, characterData: true, subtree: true });
  };

  async function read() {
    const page = await collectInSlices(find(), { ...collect, signal: abort.signal });
    for (const tree of page.roots) if (tree.host) watch(tree);
    if (page.text !== text) {
      report = await analyze(page.text);
      text = page.text;
    }
    if (abort.signal.aborted) return;
    painter.paint(page, report, { kinds });
    // The fallback's own marks are no news.
    if (painter.mode === 'marks') observer.takeRecords();
    onReport?.(report, page);
  }

  async function refresh() {
    if (running) {
      again = true;
      return;
    }
    waitingSince = undefined;
    running = read();
    try {
      await running;
    } catch (error) {
      if (!abort.signal.aborted) onError(error);
    } finally {
      running = null;
    }
    if (again && !abort.signal.aborted) {
      again = false;
      await refresh();
    }
  }

  watch(typeof root === 'function' ? document : root);
  return {
    ready: refresh(),
    stop() {
      abort.abort();
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
