// What differs between two files that are nearly the same, for web/patch.js to put the second together from the first.
// Code that is linked twice differs in a byte here and there (numbers of functions, addresses): a piece goes on through such
// bytes, and what differs is written as sums, nearly all of them as expected, which compress to nothing.
import { expectation } from '../web/patch.js';

const seed = 8;

/** Where each run of `seed` bytes stands in `base`: the last places of each hash, as chains. */
function index(base) {
  const heads = new Int32Array(1 << 18).fill(-1);
  const next = new Int32Array(base.length).fill(-1);
  for (let i = 0; i + seed <= base.length; i++) {
    const at = hash(base, i);
    next[i] = heads[at];
    heads[at] = i;
  }
  return { heads, next };
}

function hash(bytes, at) {
  let value = 0;
  for (let i = 0; i < seed; i++) value = Math.imul(value ^ bytes[at + i], 0x01000193);
  return (value ^ (value >>> 15)) >>> 14;
}

/** How far `base` from `from` on and `target` from `to` on are alike, when a few bytes may differ; and the exact bytes in it. */
function likeness(base, from, target, to) {
  let [length, same, best, score] = [0, 0, 0, 0];
  while (from + length < base.length && to + length < target.length) {
    same += base[from + length] === target[to + length] ? 1 : 0;
    length++;
    if (2 * same - length > score) [best, score] = [length, 2 * same - length];
    else if (2 * same - length < score - 24) break;
  }
  return { length: best, score };
}

/** The best piece of `base` for what follows in `target`: where the last one would go on, or a place with the same bytes. */
function find({ heads, next }, base, target, to, expected) {
  let best = { from: expected, ...likeness(base, expected, target, to) };
  best.score += 4; // to go on costs less than to jump
  if (best.length > 256) return best;
  let tries = 64;
  for (let from = to + seed <= target.length ? heads[hash(target, to)] : -1; from >= 0 && tries-- > 0; from = next[from]) {
    const found = likeness(base, from, target, to);
    if (found.score > best.score) best = { from, ...found };
  }
  return best;
}

const leb = (value) => {
  const out = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
  return [...out, value];
};

/**
 * @param {Uint8Array} base @param {Uint8Array} target
 * @returns {Buffer} the patch, to be compressed
 */
export function difference(base, target) {
  const places = index(base);
  const steps = [];
  const expected = expectation(base);
  const [sums, own] = [[], []];
  let [from, to] = [0, 0];
  let open = null; // the step whose own bytes are being gathered
  while (to < target.length) {
    const piece = find(places, base, target, to, from);
    if (piece.score < 12 && open) {
      own.push(target[to++]);
      open.insert++;
      continue;
    }
    const length = piece.score < 12 ? 0 : piece.length;
    const move = length ? piece.from - from : 0;
    for (let i = 0; i < length; i++) {
      const sum = (target[to + i] - base[piece.from + i]) & 255;
      sums.push((sum - expected.of(piece.from + i)) & 255);
      expected.was(sum);
    }
    open = { take: length, move, insert: 0 };
    steps.push(open);
    if (length) from = piece.from + length;
    to += length;
    if (!length) {
      own.push(target[to++]);
      open.insert++;
    }
  }
  const head = steps.flatMap(({ take, move, insert }) => [...leb(take), ...leb(move < 0 ? -2 * move - 1 : 2 * move), ...leb(insert)]);
  return Buffer.concat([Buffer.from([...head, 0, 0, 0]), Buffer.from(sums), Buffer.from(own)]);
}
