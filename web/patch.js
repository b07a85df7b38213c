// Puts a file together from another one and what differs: tools/difference.mjs makes the patch.

/**
 * What is expected to be added to a byte of `base`: what was added last time between the same neighbours, behind the same
 * sum. A function or an address that moved differs in the same way wherever it is used.
 * @param {Uint8Array} base
 */
export function expectation(base) {
  const seen = new Uint8Array(1 << 20);
  let last = 0;
  let place = 0;
  return {
    /** @param {number} at in `base` */
    of(at) {
      const around = (base[at - 1] | (base[at] << 8) | (base[at + 1] << 16) | (last << 24)) ^ 0x5bd1e995;
      place = (Math.imul(around ^ (around >>> 15), 0x2c1b3c6d) >>> 12) & 0xfffff;
      return seen[place];
    },
    /** @param {number} sum what it was in the end */
    was(sum) {
      seen[place] = last = sum;
    },
  };
}

/**
 * @param {Uint8Array} base the other file
 * @param {Uint8Array} patch steps of three unsigned LEB128 numbers: how many bytes to take from `base`, from where (the
 *   distance from where the last step ended, zigzag), how many to take from the patch; behind all steps, a 0 0 0; then, for
 *   each step, the sums to add to what is taken from `base`, less what `expectation` says, one byte each, of all steps; then
 *   the bytes of the patch's own
 * @returns {Uint8Array}
 */
export function patched(base, patch) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = patch[at++];
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const steps = [];
  let [copied, own] = [0, 0];
  for (;;) {
    const [take, move, insert] = [number(), number(), number()];
    if (!take && !insert) break;
    steps.push([take, move % 2 ? -(move + 1) / 2 : move / 2, insert]);
    copied += take;
    own += insert;
  }
  const out = new Uint8Array(copied + own);
  const expected = expectation(base);
  let [sums, bytes, from, to] = [at, at + copied, 0, 0];
  for (const [take, move, insert] of steps) {
    from += move;
    for (let i = 0; i < take; i++) {
      const sum = (patch[sums++] + expected.of(from)) & 255;
      expected.was(sum);
      out[to++] = base[from++] + sum;
    }
    for (let i = 0; i < insert; i++) out[to++] = patch[bytes++];
  }
  return out;
}
