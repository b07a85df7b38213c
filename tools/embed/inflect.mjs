// Regular inflection, for a `forms` cell that reads `*`.  Column names: s, past, part, ing (verbs), plural (nouns).
const VOWEL = /[aeiou]/;

/** Doubles the last consonant of a one-syllable word in consonant-vowel-consonant: stop, stopped. */
const doubled = (w) => (/^[^aeiou]*[aeiou][bdfgklmnprt]$/.test(w) ? w + w.at(-1) : w);

function one(word, form) {
  switch (form) {
    case 's':
    case 'plural':
      if (/(s|x|z|ch|sh)$/.test(word)) return word + 'es';
      if (/y$/.test(word) && !VOWEL.test(word.at(-2) ?? 'a')) return word.slice(0, -1) + 'ies';
      return word + 's';
    case 'past':
    case 'part':
      if (/e$/.test(word)) return word + 'd';
      if (/y$/.test(word) && !VOWEL.test(word.at(-2) ?? 'a')) return word.slice(0, -1) + 'ied';
      return doubled(word) + 'ed';
    case 'ing':
      if (/ie$/.test(word)) return word.slice(0, -2) + 'ying';
      if (/[^eoy]e$/.test(word)) return word.slice(0, -1) + 'ing';
      return doubled(word) + 'ing';
    default:
      throw new Error(`no regular form ${form}`);
  }
}

/** Inflects the first word of a verb phrase ("point out": "pointed out"), the last of a noun phrase. */
export function inflect(phrase, form) {
  const words = phrase.split(' ');
  const at = form === 'plural' ? words.length - 1 : 0;
  words[at] = one(words[at], form);
  return [words.join(' ')];
}
