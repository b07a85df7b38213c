// Finds a passage again in a text that may have changed, and writes links to it. A wrong place is worse than none:
// what is ambiguous is refused.

const context = 32;
const limit = 10_000;

/** A description of a span that survives edits elsewhere: Web Annotation's position and quotation in one. */
export function describe(text, { start, end }) {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

function shared(a, b, from) {
  const length = Math.min(a.length, b.length);
  let n = 0;
  while (n < length && (from === 'end' ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n])) n++;
  return n;
}

/**
 * Finds a description of `describe` in `text`.
 * @returns {{start: number, end: number} | {start: -1, end: -1, reason: 'missing' | 'ambiguous'}}
 */
export function anchor(text, { exact, prefix = '', suffix = '', start }) {
  const refused = (reason) => ({ start: -1, end: -1, reason });
  if (!exact) return refused('missing');
  const fits = (at) =>
    shared(text.slice(Math.max(0, at - prefix.length), at), prefix, 'end') +
    shared(text.slice(at + exact.length, at + exact.length + suffix.length), suffix, 'start');
  const whole = prefix.length + suffix.length;
  if (start !== undefined && text.startsWith(exact, start) && fits(start) === whole) return { start, end: start + exact.length };
  let best = -1;
  let most = -1;
  let rivals = 0;
  let seen = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (++seen > limit) return refused('ambiguous');
    const fit = fits(at);
    if (fit > most) [best, most, rivals] = [at, fit, 0];
    else if (fit === most) rivals++;
  }
  if (best < 0) return refused('missing');
  // Alone in the text, a passage needs no company; short ones do, or another "3" would do for the one that went.
  const proof = seen === 1 && exact.length >= 24 ? 0 : Math.min(whole, seen === 1 ? 6 : 12);
  return rivals || most < proof ? refused('ambiguous') : { start: best, end: best + exact.length };
}

const encode = (part) => encodeURIComponent(part).replaceAll('-', '%2D');
const folded = (text) => text.replace(/\s+/g, ' ').toLowerCase();

/**
 * A text fragment (`#:~:text=…`) that leads to the span, as short as it can be while nothing else on the page matches.
 * Empty when there is none. Browsers match whole words without regard to case.
 */
export function textFragment(text, { start, end }) {
  const boundary = /[\p{L}\p{N}]/u;
  while (start > 0 && boundary.test(text[start - 1]) && boundary.test(text[start])) start--;
  while (end < text.length && boundary.test(text[end - 1]) && boundary.test(text[end])) end++;
  const words = text.slice(start, end).trim().split(/\s+/);
  if (!words[0]) return '';
  const page = folded(text);
  const unique = (phrase) => {
    const first = page.indexOf(folded(phrase));
    return first >= 0 && page.indexOf(folded(phrase), first + 1) < 0;
  };
  const lines = /\n/.test(text.slice(start, end).trim());
  if (words.length > 8 || lines) {
    for (let n = 3; n <= Math.min(8, words.length >> 1); n++) {
      const [head, tail] = [words.slice(0, n).join(' '), words.slice(-n).join(' ')];
      if (unique(head) && unique(tail) && !/\n/.test(head)) return `#:~:text=${encode(head)},${encode(tail)}`;
    }
  }
  const exact = words.join(' ');
  if (unique(exact)) return `#:~:text=${encode(exact)}`;
  // The context must stand in the same block as the passage.
  const before = text.slice(Math.max(0, start - 300), start).split('\n').at(-1).trim().split(/\s+/).filter(Boolean);
  const after = text.slice(end, end + 300).split('\n')[0].trim().split(/\s+/).filter(Boolean);
  for (let n = 1; n <= 6; n++) {
    const prefix = before.slice(-n).join(' ');
    const suffix = after.slice(0, n).join(' ');
    if (prefix && unique(`${prefix} ${exact}`)) return `#:~:text=${encode(prefix)}-,${encode(exact)}`;
    if (suffix && unique(`${exact} ${suffix}`)) return `#:~:text=${encode(exact)},-${encode(suffix)}`;
  }
  return '';
}
