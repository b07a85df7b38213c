// Puts a file together from another one and what differs: tools/difference.mjs makes the patch.

/**
 * @param {Uint8Array} base the other file
 * @param {Uint8Array} patch steps of three unsigned LEB128 numbers: how many bytes to take from `base`, from where (the
 *   distance from where the last step ended, zigzag), how many to take from the patch; behind all steps, a 0 0 0; then, for
 *   each step, the sums to add to what is taken from `base`, one byte each, of all steps; then the bytes of the patch's own
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
  let [sums, bytes, from, to] = [at, at + copied, 0, 0];
  for (const [take, move, insert] of steps) {
    from += move;
    for (let i = 0; i < take; i++) out[to++] = base[from++] + patch[sums++];
    for (let i = 0; i < insert; i++) out[to++] = patch[bytes++];
  }
  return out;
}
