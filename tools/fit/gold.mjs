// Reads gold quotations and says which option of a decision is right.
import { readFileSync } from 'node:fs';

export const readDocuments = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => ({ ...JSON.parse(line), line, half: i % 2 }));

const STOP_HEAD = new Set('of in for from at with on who that which and a the to by as said , ( — – - -- whose where when'.split(' '));
const SUFFIX = new Set('jr sr ii iii iv md phd'.split(' '));

/** The head word of a noun phrase: the last one before a comma, bracket, preposition or relative pronoun. */
export function headOf(text, [start, end]) {
  const piece = text.slice(start, end);
  let last = null;
  let i = 0;
  for (const m of piece.matchAll(/[\p{L}\p{N}_.&@#]+(?:[’'-][\p{L}\p{N}_]+)*|[,(;:—–]/gu)) {
    const w = m[0].toLowerCase();
    const mark = /^[,(;:—–]$/.test(w);
    if (i++ && (STOP_HEAD.has(w) || mark)) {
      if (last) break;
      continue;
    }
    if (mark || w === 'the' || w === 'a' || w === 'an') continue;
    if (last && SUFFIX.has(w.replace(/^\.+|\.+$/g, ''))) continue;
    last = [start + m.index, start + m.index + m[0].length];
  }
  if (!last) return [start, end];
  if (/[’']s$/.test(text.slice(...last))) last[1] -= 2;
  while (last[1] > last[0] && text[last[1] - 1] === '.') last[1]--;
  return last;
}

const inside = (inner, outer) => outer[0] <= inner[0] && inner[1] <= outer[1];

export const samePhrase = (text, a, b) => (a[0] === b[0] && a[1] === b[1]) || (inside(headOf(text, a), b) && inside(headOf(text, b), a));

const MARKS = new Set([...'“”„‟«»"`\'‘’']);
function trim(text, s, e) {
  const skip = (c) => /\s/.test(c) || MARKS.has(c);
  while (s < e && skip(text[s])) s++;
  while (e > s && skip(text[e - 1])) e--;
  if (e > s && ',.;:'.includes(text[e - 1])) {
    e--;
    while (e > s && skip(text[e - 1])) e--;
  }
  return [s, e];
}

/** The stretches of a gold quotation, cut at line ends, without marks. */
export function piecesOf(text, span) {
  const out = [];
  for (const m of text.slice(...span).matchAll(/[^\n\r]+/g)) {
    const [s, e] = trim(text, span[0] + m.index, span[0] + m.index + m[0].length);
    if (e > s && /[\p{L}\p{N}]/u.test(text.slice(s, e))) out.push([s, e]);
  }
  return out;
}

const overlapShare = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.max(a[1] - a[0], b[1] - b[0], 1);

/** Gold of a document, prepared: attributions with cues, stretches to find, stretches that do not count. */
export function goldOf(document) {
  const { text } = document;
  const cues = [];
  const stretches = [];
  const free = [];
  for (const q of document.quotes) {
    if (q.cue && q.kind !== 'other' && !q.ignore) cues.push(q);
    if (q.ignore) {
      free.push(...piecesOf(text, q.span));
      continue;
    }
    if (q.kind !== 'direct' && q.kind !== 'mixed') continue;
    const soft = q.kind === 'mixed' && q.cue_class !== 'speech' && !(!q.cue && q.speaker_name);
    for (const span of q.quoted ?? [q.span])
      for (const piece of piecesOf(text, span)) stretches.push({ piece, q, soft });
  }
  return { cues, stretches, free };
}

export function labelSpeaker(text, decision, gold) {
  const q = gold.cues.find((g) => inside(decision.span, g.cue) || overlapShare(decision.span, g.cue) > 0.5 || (g.cue[0] <= decision.span[1] - 1 && decision.span[1] <= g.cue[1]));
  if (!q) return null;
  if (!q.speaker) return decision.options.map((o) => o.what === 'nobody');
  return decision.options.map((o) => o.what === 'speaker' && samePhrase(text, o.span, q.speaker));
}

/** Which options are right for a stretch; null where the gold does not say. */
export function labelStretch(text, decision, gold, state) {
  const [piece] = piecesOf(text, decision.span);
  const found = piece && gold.stretches.find((g) => overlapShare(piece, g.piece) >= 0.8);
  const before = state.last;
  state.last = found ?? null;
  if (!found) {
    if (!piece || gold.free.some((f) => overlapShare(piece, f) > 0.4)) return null;
    return decision.options.map((o) => o.what === 'not');
  }
  const { q } = found;
  if (!q.speaker && q.speaker_name) return labelNamed(text, decision, q);
  if (!q.speaker) return decision.options.map((o) => o.what === 'nobody' || (o.what === 'same' && !!before && !before.q.speaker));
  const speaks = (o) => o.speaker[1] > o.speaker[0] && samePhrase(text, o.speaker, q.speaker);
  const cued = (o) => q.cue && o.span[0] < q.cue[1] && q.cue[0] < o.span[1];
  // The cue of the gold with the right speaker; else either.
  for (const right of [(o) => (o.what === 'cue' && cued(o) && speaks(o)) || (o.what === 'same' && speaks(o)), (o) => o.what !== 'not' && speaks(o), (o) => o.what === 'cue' && cued(o)]) {
    const labels = decision.options.map((o) => !!right(o));
    if (labels.some(Boolean)) return labels;
  }
  return null;
}

/** Gold that knows the speaker's names only: a phrase that ends in one of them, or a fitting pronoun; else any but "no quotation". */
function labelNamed(text, decision, q) {
  const word = (name) => (name.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? ['']).at(-1);
  const names = new Set([q.speaker_name, ...(q.speaker_aliases ?? [])].map(word));
  const pronouns = new Set((q.speaker_pronouns ?? []).map((x) => x.toLowerCase()));
  const said = (o) => text.slice(...o.speaker).toLowerCase();
  for (const right of [(o) => o.what !== 'not' && o.speaker[1] > o.speaker[0] && (names.has(word(said(o))) || pronouns.has(said(o))), (o) => o.what !== 'not']) {
    const labels = decision.options.map((o) => !!right(o));
    if (labels.some(Boolean)) return labels;
  }
  return null;
}

/** Which extent of what a cue reports is right: the one that shares most with the gold, or none. */
export function labelIndirect(text, decision, gold) {
  const mine = gold.cues.filter((g) => g.kind !== 'direct' && inside(decision.span, g.cue));
  const others = gold.cues.filter((g) => g.cue_class !== 'speech' && inside(decision.span, g.cue));
  if (!mine.length) return others.length ? null : decision.options.map((o) => o.what === 'no');
  const soft = mine.every((g) => g.cue_class !== 'speech');
  const shares = decision.options.map((o) => (o.what === 'no' ? 0 : Math.max(...mine.map((g) => overlapShare(o.span, g.span)))));
  const best = Math.max(...shares);
  if (best < 0.3) return soft ? null : decision.options.map((o) => o.what === 'no');
  const right = shares.map((s) => s > best - 0.02);
  if (soft) return null;
  return right;
}
