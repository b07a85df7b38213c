// Texts made to hurt: for each, `make(n)` gives about n characters of the worst that one stage can meet.

/** `unit` over and over, up to n characters. */
const repeat = (unit) => (n) => unit.repeat(Math.ceil(n / unit.length)).slice(0, n);

/** `unit(i)` for i = 0, 1, 2 …, up to n characters: like `repeat`, but no two are the same. */
const count = (unit) => (n) => {
  const parts = [];
  for (let size = 0, i = 0; size < n; ++i) {
    parts.push(unit(i));
    size += parts[i].length;
  }
  return parts.join('').slice(0, n);
};

/** Half of n opens, half closes. */
const nest = (open, close) => (n) => open.repeat(n / 2 / open.length) + close.repeat(n / 2 / close.length);

/** A name for each number, all different: "Baba", "Babe", … */
function nameOf(i) {
  const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'wo', 'xu', 'za'];
  let name = '';
  for (let rest = i + 16; rest > 0; rest = Math.floor(rest / 16)) name += syllables[rest % 16];
  return name[0].toUpperCase() + name.slice(1);
}

/** Tokens of every stage, drawn by a fixed generator: the same text each time. */
function mixture(seed) {
  const tokens = ['“', '”', '"', "'", '‘', '’', '.', '...', '?', '!', '\n', '\n\n', ' ', ' said ', ' told ', ', ', ' June ', '3', ' 2024 ', '$5 ',
    ' million ', '% ', ' of ', ' the ', ' Mr. ', 'Ann ', 'Lee ', ' on Monday', ' last week', ' two ', '-', '—', '(', ')', ' he ', ' U.S. ', 'By ',
    'Photo: ', ' km ', '1/2', ':', ';', ' and ', ' to ', '👍', 'é', '\u00a0', ' according to ', ' 1990s ', '12:30', ' p.m. '];
  return (n) => {
    const parts = [];
    let state = seed;
    for (let size = 0; size < n; ) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const token = tokens[(state >>> 8) % tokens.length];
      parts.push(token);
      size += token.length;
    }
    return parts.join('').slice(0, n);
  };
}

/** @type {Record<string, (n: number) => string>} */
export const hostileTexts = {
  // marks
  'straight double marks': repeat('"'),
  'opening marks': repeat('“'),
  'closing marks': repeat('”'),
  'opening single marks': repeat('‘'),
  apostrophes: repeat("'"),
  backquotes: repeat("``''"),
  'opening marks and words': repeat('“a '),
  'one-word quotes': repeat('“a” '),
  'straight one-word quotes': repeat('"a" '),
  'nested marks': nest('“‘', '’”'),
  'quotes never closed, a paragraph each': repeat('“It was so\n\n'),
  'opening single marks and words': repeat('‘a '),
  'one speaker': repeat('“a” said Lee Moore '),
  'names and commas': repeat('Ann Lee, '),
  'that-clauses of he': repeat('he said that '),
  'titles and surnames': repeat('Mr. Moore and '),
  'marks apart': repeat('" '),
  'cue before every quote': repeat('He said, “Yes.” '),
  'cues without quotes': repeat('he said she said '),
  'said said said': repeat('said '),
  'a speaker each': count((i) => `“Yes,” said ${nameOf(i)} ${nameOf(i * 7)}. `),
  'that-clauses in that-clauses': repeat('Lee said that Ann thought that '),
  'according to': repeat('according to '),
  'inches and feet': repeat('5\'10" '),
  // sentences
  dots: repeat('.'),
  'spaced dots': repeat('. '),
  'question marks and closers': repeat('?”)'),
  abbreviations: repeat('Mr. A. B. '),
  initials: repeat('A.'),
  ellipses: repeat('… '),
  'one sentence': repeat('and on it went '),
  'no spaces': repeat('x'),
  // people
  'a name each': count((i) => `${nameOf(i)} ${nameOf(i * 3)} met. `),
  'one name': repeat('Ann Lee '),
  'one surname, many first names': count((i) => `${nameOf(i)} Lee left. `),
  'one long name': count((i) => `${nameOf(i)} `),
  'titles without names': repeat('President Mr. Dr. '),
  'capitals only': repeat('ANN LEE SAID SO '),
  // dates
  months: repeat('June '),
  'may and march': repeat('may march may '),
  'days of months': repeat('June 3 '),
  weekdays: repeat('Monday '),
  'the day before the day before': repeat('the day before '),
  'slashed dates': repeat('1/2/'),
  'hyphened dates': repeat('2024-'),
  clocks: repeat('12:'),
  'units ago': repeat('two years ago '),
  'from to from to': repeat('from 1990 to '),
  'days of no month': repeat('on the 15th and '),
  'weekdays by number': repeat('the first Monday of the last Friday of '),
  'hours of ranges': repeat('between 5 and 7 p.m. and '),
  'centuries in a row': repeat('the 18th and 19th centuries and '),
  'years before': repeat('1,500 BC, '),
  'anniversaries of anniversaries': repeat('the 15th anniversary of '),
  // numbers
  digits: repeat('1'),
  'powers past the limits': repeat('10^100000 '),
  'tens of degrees': repeat('temperatures in the low 40s '),
  'grouped digits': repeat('1,'),
  'grouped thousands': repeat('000,'),
  decimals: repeat('1.'),
  fractions: repeat('1/'),
  ranges: repeat('1-'),
  'number words': repeat('hundred thousand '),
  'figures that change to one another': repeat('rose to 1 '),
  'figures per figures': repeat('3 per 1 '),
  'figures of money that share a name': repeat('500 pesos '),
  'one hundred and one hundred and': repeat('one hundred and '),
  dollars: repeat('$'),
  'money in a row': repeat('$5 million '),
  percent: repeat('% '),
  conversions: repeat('5 km (3 miles) '),
  'half a dozen': repeat('half a dozen '),
  'about about': repeat('about '),
  'counted of of': repeat('5 of the '),
  // blocks
  'line ends': repeat('\n'),
  'carriage returns': repeat('\r\n'),
  'one-letter lines': repeat('a\n'),
  'one-word paragraphs': repeat('Word\n\n'),
  'list items': repeat('- item\n'),
  'table rows': repeat('a | b | c\n'),
  bylines: repeat('By Ann Lee\n'),
  'update stamps': repeat('Updated June 3, 2024\n'),
  captions: repeat('Photo: Ann Lee/Wire\n'),
  'quoted mail': repeat('> '),
  datelines: repeat('MAPLETON (Wire) — '),
  'paragraphs, all different': count((i) => `${nameOf(i)} ${i} ${nameOf(i * 5)} said so on June ${(i % 30) + 1}.\n\n`),
  // punctuation and characters
  'nested brackets': nest('(', ')'),
  'opening brackets': repeat('('),
  commas: repeat(','),
  hyphens: repeat('a-'),
  dashes: repeat('—'),
  spaces: repeat(' '),
  'no-break spaces': repeat('\u00a0'),
  zeros: repeat('\0'),
  'combining marks': repeat('\u0301'),
  emoji: repeat('👩🏽‍🚀'),
  'addresses of pages': repeat('https://a.example/b?c=d&'),
  'lone surrogates': repeat('\ud83d'),
  'right to left': repeat('“עולם” '),
  // everything
  'a mixture': mixture(1),
  'another mixture': mixture(2),
};

/** Scripts of JSON-LD made to hurt: what must be mended first, and what is read at once. */
export const hostileJsonLd = {
  'opening brackets': repeat('['),
  'opening braces with names': repeat('{"a":'),
  'lists in lists': nest('[', ']'),
  'closing brackets': repeat(']}'),
  'quote marks': repeat('"'),
  'quote marks with blanks': repeat('"   '),
  'a quote and commas': (n) => `["${'",'.repeat(n / 2)}`,
  'quotes in a string': (n) => `{"headline":"${'He said "yes" to it. '.repeat(n / 21)}"}`,
  'single quotes': repeat("'a',"),
  entities: repeat('&quot;'),
  'comments without ends': repeat('/*'),
  'comment marks': repeat('<!--'),
  'script tags': repeat('</script'),
  slashes: repeat('/'),
  backslashes: (n) => `{"headline":"${'\\'.repeat(n)}"}`,
  escapes: (n) => `{"headline":"${'\\u0041'.repeat(n / 6)}",}`,
  'line breaks in a string': (n) => `{"headline":"${'\n'.repeat(n)}"}`,
  commas: repeat(','),
  colons: repeat(':'),
  words: repeat('undefined '),
  numbers: repeat('1 '),
  'values in a row': repeat('{}'),
  'articles in a row': repeat('{"@type":"NewsArticle","headline":"H"}'),
  'a graph of articles': (n) => `{"@graph":[${'{"@type":"NewsArticle","headline":"H"},'.repeat(n / 39)}{}]}`,
  'many authors': (n) => `{"@type":"NewsArticle","author":[${'{"name":"Ann Lee"},'.repeat(n / 19)}{}]}`,
  'many references to authors': (n) => `{"@graph":[${count((i) => `{"@id":"${i}","a":1},`)(n / 2)}{}],"@type":"NewsArticle","author":[${count((i) => `{"@id":"${i}"},`)(n / 2)}{}]}`,
  'many types': (n) => `{"@type":[${'"Article",'.repeat(n / 10)}"NewsArticle"],"headline":"H"}`,
  'a long name': (n) => `{"@type":"NewsArticle","author":"${'Ann Lee, '.repeat(n / 9)}"}`,
  'markup in a headline': (n) => `{"@type":"NewsArticle","headline":"${'<b'.repeat(n / 2)}"}`,
  'ampersands in a headline': (n) => `{"@type":"NewsArticle","headline":"${'&#'.repeat(n / 2)}"}`,
};

/** Patterns of a caller's and texts that make them work: [pattern, text]. */
export const hostilePatterns = {
  'a letter': ['a', repeat('a')],
  'many ends to look for': ['a[^b]*b|a', repeat('a         ')],
  'an end that never comes': ['“[^”]*”', repeat('“')],
  'empty matches': ['x*', repeat('a')],
  'empty matches that look ahead': ['(?:a[^b]*b)?', repeat('a         ')],
  'stars in stars': ['(a*)*b', repeat('a')],
  'choices in a star': ['(a|aa)+$', repeat('a')],
  'counts': ['(?:a?){30}a{30}', repeat('a')],
  'dots': ['.*.*=.*', repeat('a')],
  'words': ['\\b\\w+\\b', repeat('word ')],
  'groups': ['((\\w)(\\w)(\\w)(\\w))', repeat('word ')],
};
