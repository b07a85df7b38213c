// Opens what the engine answers.
const decoder = new TextDecoder();

/** The report of `blob`, as plain data. */
export function decode(words, blob) {
  return JSON.parse(decoder.decode(blob));
}
