// The one merged word table as a perfect hash (compress, hash, displace) with 16-bit fingerprints.
// The hash must stay equal to src/lexicon/hash.h; tests/unit/lexicon_test.cpp compares both.

/** FNV-1a over the UTF-8 bytes, then a finaliser. */
export function wordHash(word) {
  let h = 2166136261;
  for (const b of Buffer.from(word)) h = Math.imul(h ^ b, 16777619);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  return h >>> 0;
}

/** As tokens are looked up: ASCII letters lower, the typographic apostrophe straight. */
export const normalise = (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase()).replace(/’/g, "'");

/** Cuts a table entry like the tokenizer cuts text: blanks and hyphens part words, "'s" and its kin stand alone. */
export const splitWords = (s) =>
  s
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((w) => w.split(/(-)/))
    .filter(Boolean)
    .flatMap((w) => {
      const m = /^(.*[a-z])('(?:s|ll|re|ve|d|m))$/.exec(w);
      return m ? [m[1], m[2]] : [w];
    })
    .flatMap((w) => (/^[a-z](\.[a-z])+\.?$/.test(w) || /^[^.,/]+$/.test(w) || w.length === 1 ? [w] : w.split(/([.,/])/).filter(Boolean)));

const scale = (h, n) => Number((BigInt(h >>> 0) * BigInt(n)) >> 32n);
const slotOf = (h, d, n) => {
  let x = Math.imul((h ^ Math.imul(d, 0x9e3779b9)) >>> 0, 0x85ebca6b) >>> 0;
  x = (x ^ (x >>> 13)) >>> 0;
  return scale(x, n);
};

export const FIRST_ID = 256;

export function buildLexicon(words) {
  const n = Math.max(8, Math.ceil(words.length * 1.02));
  const r = Math.max(2, Math.ceil(words.length / 3));
  const buckets = Array.from({ length: r }, () => []);
  const seen = new Map();
  for (const w of words) {
    const h = wordHash(w);
    if (seen.has(h)) throw new Error(`the words ${w} and ${seen.get(h)} share a hash`);
    seen.set(h, w);
    buckets[scale(h, r)].push([h, w]);
  }
  const slots = Array(n).fill(null);
  const displacements = Array(r).fill(0);
  const fingerprints = Array(n).fill(0);
  const order = [...buckets.keys()].sort((a, b) => buckets[b].length - buckets[a].length || a - b);
  for (const b of order) {
    if (!buckets[b].length) continue;
    for (let d = 0; ; d++) {
      if (d > 65535) throw new Error('the perfect hash did not close: make it sparser');
      const at = buckets[b].map(([h]) => slotOf(h, d, n));
      if (new Set(at).size !== at.length || at.some((s) => slots[s] !== null)) continue;
      at.forEach((s, i) => {
        slots[s] = buckets[b][i][1];
        fingerprints[s] = buckets[b][i][0] & 0xffff;
      });
      displacements[b] = d;
      break;
    }
  }
  const ids = new Map(slots.map((w, i) => [w, i + FIRST_ID]));
  return {
    slots,
    displacements,
    fingerprints,
    id(word) {
      if (!ids.has(word)) throw new Error(`no word ${word}`);
      return ids.get(word);
    },
  };
}
