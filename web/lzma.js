// Opens an LZMA stream: what browsers' own DecompressionStream knows makes the engine a fifth larger.

const [matchStates, literalStates] = [7, 7];

/**
 * @param {Uint8Array} packed an .lzma file: a byte of parameters, four of the dictionary's size, eight of the content's,
 *   and the stream, as the LZMA specification has it
 * @returns {Uint8Array}
 */
export function unpack(packed) {
  const lc = packed[0] % 9;
  const lp = Math.floor(packed[0] / 9) % 5;
  const pb = Math.floor(packed[0] / 45);
  const out = new Uint8Array(packed[5] + packed[6] * 2 ** 8 + packed[7] * 2 ** 16 + packed[8] * 2 ** 24);

  // The range coder: 11-bit probabilities that each bit moves by a 32nd.
  const probabilities = (size) => new Uint16Array(size).fill(1024);
  let at = 18; // behind the header and the first five bytes
  let range = 0xffffffff;
  let code = ((packed[14] << 24) | (packed[15] << 16) | (packed[16] << 8) | packed[17]) >>> 0;

  function bit(model, index) {
    const probability = model[index];
    const bound = (range >>> 11) * probability;
    let found;
    if (code < bound) {
      range = bound;
      model[index] = probability + ((2048 - probability) >> 5);
      found = 0;
    } else {
      range -= bound;
      code -= bound;
      model[index] = probability - (probability >> 5);
      found = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    }
    return found;
  }

  function direct(count) {
    let value = 0;
    for (; count > 0; count--) {
      range >>>= 1;
      const found = code >= range ? 1 : 0;
      if (found) code -= range;
      value = value * 2 + found;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | packed[at++]) >>> 0;
      }
    }
    return value;
  }

  /** `count` bits, the highest first. */
  function tree(model, from, count) {
    let node = 1;
    for (let i = 0; i < count; i++) node = node * 2 + bit(model, from + node);
    return node - (1 << count);
  }

  /** `count` bits, the lowest first. */
  function reverseTree(model, from, count) {
    let node = 1;
    let value = 0;
    for (let i = 0; i < count; i++) {
      const found = bit(model, from + node);
      node = node * 2 + found;
      value |= found << i;
    }
    return value;
  }

  function lengths() {
    const choice = probabilities(2);
    const low = probabilities(16 * 8);
    const middle = probabilities(16 * 8);
    const high = probabilities(256);
    return (place) => {
      if (!bit(choice, 0)) return 2 + tree(low, place * 8, 3);
      if (!bit(choice, 1)) return 10 + tree(middle, place * 8, 3);
      return 18 + tree(high, 0, 8);
    };
  }

  const literals = probabilities(0x300 << (lc + lp));
  const isMatch = probabilities(12 * 16);
  const isRepeat = probabilities(12);
  const isRepeat0 = probabilities(12);
  const isRepeat0Long = probabilities(12 * 16);
  const isRepeat1 = probabilities(12);
  const isRepeat2 = probabilities(12);
  const slots = probabilities(4 * 64);
  const distances = probabilities(128);
  const align = probabilities(16);
  const matchLength = lengths();
  const repeatLength = lengths();

  function distance(length) {
    const slot = tree(slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reverseTree(distances, base - slot, bits);
    return base + direct(bits - 4) * 16 + reverseTree(align, 0, 4);
  }

  let state = 0;
  let [back0, back1, back2, back3] = [0, 0, 0, 0];
  for (let to = 0; to < out.length; ) {
    const place = to & ((1 << pb) - 1);
    if (!bit(isMatch, state * 16 + place)) {
      const before = to ? out[to - 1] : 0;
      const from = 0x300 * (((to & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let node = 1;
      if (state >= matchStates) {
        // After a match: as long as the bits are those that stood at its distance, they tell.
        let likely = out[to - back0 - 1];
        while (node < 256) {
          const expected = likely >> 7;
          likely = (likely << 1) & 255;
          const found = bit(literals, from + ((1 + expected) << 8) + node);
          node = node * 2 + found;
          if (found !== expected) break;
        }
      }
      while (node < 256) node = node * 2 + bit(literals, from + node);
      out[to++] = node - 256;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length;
    if (!bit(isRepeat, state)) {
      [back3, back2, back1] = [back2, back1, back0];
      length = matchLength(place);
      back0 = distance(length);
      state = state < literalStates ? 7 : 10;
    } else {
      if (!bit(isRepeat0, state)) {
        if (!bit(isRepeat0Long, state * 16 + place)) {
          state = state < literalStates ? 9 : 11;
          out[to] = out[to - back0 - 1];
          to++;
          continue;
        }
      } else if (!bit(isRepeat1, state)) [back1, back0] = [back0, back1];
      else if (!bit(isRepeat2, state)) [back2, back1, back0] = [back1, back0, back2];
      else [back3, back2, back1, back0] = [back2, back1, back0, back3];
      length = repeatLength(place);
      state = state < literalStates ? 8 : 11;
    }
    for (let end = Math.min(to + length, out.length); to < end; to++) out[to] = out[to - back0 - 1];
  }
  return out;
}
