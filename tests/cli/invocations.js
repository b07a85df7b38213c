// What is asked of the command line, natively and from the npm package: arguments, standard input, and what comes.
//   files  written into the folder that the command runs in; null makes a folder
//   natively  the npm package refuses it, status 2
//   status, out, err: what must come; a pattern, or the exact text
const article = '“We will reopen on Friday,” Ann Lee said.\nIt cost $3 million.\n';
const line = (fields) => `${JSON.stringify(fields)}\n`;

export const invocations = [
  { name: 'help', args: ['--help'], status: 0, out: /^copydesk reads news articles[^]*Exit status: 0/, err: '' },
  { name: 'version', args: ['--version'], status: 0, out: /^copydesk \d+\.\d+\.\d+\n$/, err: '' },
  { name: 'no arguments', args: [], status: 2, out: '', err: /^copydesk: Name the files to read.*--help/ },
  { name: 'an unknown option', args: ['--colour', 'a.txt'], status: 2, out: '', err: /no option --colour/ },
  { name: 'an option without its value', args: ['a.txt', '--format'], status: 2, out: '', err: /--format needs a value/ },
  { name: 'an unknown format', args: ['--format=xml', '-'], status: 2, out: '', err: /--format xml: there are text, json and ndjson/ },
  { name: 'a bad date', args: ['--reference', '31 June', '-'], status: 2, out: '', err: /"31 June" is no reference date; write it as 2024-06-12/ },
  { name: 'a day that is not on the calendar', args: ['--reference', '2023-02-29', '-'], status: 2, out: '', err: /"2023-02-29" is no reference date/ },
  { name: 'an unknown zone', args: ['--time-zone', 'Mars/Base', '-'], status: 2, out: '', err: /"Mars\/Base" is no time zone; write it as Europe\/Paris/ },
  { name: 'jobs that are no number', args: ['--ndjson', '--jobs', 'many'], status: 2, out: '', err: /--jobs many: a whole number/ },
  { name: 'jobs without lines', args: ['--jobs', '2', '-'], status: 2, out: '', err: /--skip and --jobs go with --ndjson/ },

  { name: 'text for people', args: ['a.txt'], files: { 'a.txt': article }, status: 0, out: /Relative dates stay open[^]*Figures\n +2:9  \$3 million +3000000 USD\n/, err: '' },
  { name: 'standard input', args: ['-'], stdin: article, status: 0, out: /2:9  \$3 million/, err: '' },
  { name: 'a name that begins with a dash', args: ['--', '-a.txt'], files: { '-a.txt': article }, status: 0, out: /\$3 million/, err: '' },
  { name: 'JSON', args: ['--format', 'json', 'a.txt'], files: { 'a.txt': article }, status: 0, out: /^\{\n  "version": 1,\n  "id": "a.txt",[^]*\}\n$/, err: '' },
  { name: 'JSON of two', args: ['--format', 'json', 'a.txt', 'b.txt'], files: { 'a.txt': article, 'b.txt': '' }, status: 0, out: /^\[\n  \{[^]*\n  \},\n  \{[^]*\n\]\n$/, err: '' },
  { name: 'NDJSON of two', args: ['--format=ndjson', 'a.txt', 'b.txt'], files: { 'a.txt': article, 'b.txt': '' }, status: 0, out: /^\{.*"id":"a.txt".*\}\n\{.*"id":"b.txt".*\}\n$/, err: '' },
  { name: 'article JSON', args: ['--format=ndjson', 'a.json'], files: { 'a.json': JSON.stringify({ id: 'x', text: article, reference: '2024-06-12' }) }, status: 0, out: /"id":"x".*"value":"2024-06-12","source":"option"/, err: '' },

  { name: 'why sentences end', args: ['--debug', 'sentences', 'a.txt'], files: { 'a.txt': 'Dr. Lee left at 5 p.m. It rained.' }, status: 0, out: '1:4    goes on  sentences.no-verb-yet        Dr. ‖ Lee left at 5 p.m. It rained.\n1:23   ends     sentences.time               Dr. Lee left at 5 p.m. ‖ It rained.\n1:34   ends     sentences.block-end          Dr. Lee left at 5 p.m. It rained. ‖\n', err: '' },
  { name: 'why sentences end, of bytes that are not UTF-8', args: ['--debug=sentences', 'a.txt'], files: { 'a.txt': Buffer.from([0x61, 0xff]) }, status: 1, out: '', err: /a.txt: Byte 1, in line 1, is not UTF-8/ },
  { name: 'why quotations have their speakers', args: ['--debug', 'quotes', 'a.txt'], files: { 'a.txt': 'A so-called “plan” fell.\n' }, natively: true, status: 0, out: /^1:14 who says plan  quotes.so-called\n  \+ no quotation: a rule decides\n1:20 who speaks: fell\n  [+] -?\d+  /, err: '' },
  { name: 'why quotations have their speakers, of bytes that are not UTF-8', args: ['--debug=quotes', 'a.txt'], files: { 'a.txt': Buffer.from([0x61, 0xff]) }, natively: true, status: 1, out: '', err: /a.txt: Byte 1, in line 1, is not UTF-8/ },
  { name: 'a debug output that is not there', args: ['--debug', 'numbers', 'a.txt'], status: 2, out: '', err: /--debug numbers: there are sentences and quotes/ },

  { name: 'a missing file, and one that is there', args: ['no.txt', 'a.txt'], files: { 'a.txt': article }, status: 1, out: /\$3 million/, err: 'copydesk: no.txt: there is no such file; check the name.\n' },
  { name: 'a folder', args: ['folder'], files: { folder: null }, status: 1, out: '', err: 'copydesk: folder: this is a folder; name the files in it.\n' },
  { name: 'bytes that are not UTF-8', args: ['a.txt'], files: { 'a.txt': Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]) }, status: 1, out: '', err: 'copydesk: a.txt: Byte 3, in line 2, is not UTF-8; save the text as UTF-8 and try again.\n' },
  { name: 'an error in its place among reports', args: ['--format=ndjson', 'no.txt', 'a.txt'], files: { 'a.txt': article }, status: 1, out: /^\{"id":"no.txt","error":\{"code":"io","message":"no.txt: there is no such file; check the name.","offset":0\}\}\n\{"version".*\n$/, err: '' },
  { name: 'broken article JSON', args: ['a.json'], files: { 'a.json': '{\n  "text": "x",\n}' }, status: 1, out: '', err: 'copydesk: a.json: Not JSON: at byte 17, a name in double quotes is missing.\n'.replace('a name in double quotes is missing', 'a comma stands before the closing bracket') },

  {
    name: 'lines, good and bad, each in its place', args: ['--ndjson'],
    stdin: line({ id: 'a', text: 'One.' }) + '{"id":"b","text":\n' + '\n  \r\n' + line({ id: 7, text: 'x', reference: 'soon' }) + line({ id: 'd' })
      + line({ id: 'e', text: 5 }) + line([]) + line({ id: 'g', text: 'x', timeZone: 'Mars/Base' }) + '{"id":"h","text":"last"}',
    status: 1,
    out: new RegExp('^\\{"version":1,"id":"a".*\n\\{"id":null,"error":\\{"code":"invalid-json","message":".*","line":2,"offset":17\\}\\}\n'
      + '\\{"id":"7","error":\\{"code":"invalid-option",.*"line":5,"offset":0\\}\\}\n\\{"id":"d","error":\\{"code":"invalid-json","message":"The article has no \\\\"text.*"line":6.*\n'
      + '\\{"id":"e","error":\\{"code":"invalid-option".*\n\\{"id":null,"error":.*\n\\{"id":"g","error":\\{"code":"invalid-option".*"line":9.*\n\\{"version":1,"id":"h".*\n$'),
    err: 'copydesk: 6 of 8 articles could not be read; their lines say why.\n',
  },
  { name: 'invalid UTF-8 in a line', args: ['--ndjson'], stdin: Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xe2, 0x80]), Buffer.from('"}\n{"text":"b"}\n')]), status: 1, out: /^\{"id":null,"error":\{"code":"invalid-json".*"line":1,"offset":10\}\}\n\{"version".*\n$/, err: /1 of 2/ },
  { name: 'no lines', args: ['--ndjson'], stdin: '', status: 0, out: '', err: '' },
  { name: 'a line over the limit', args: ['--ndjson', '--max-bytes', '3'], stdin: `${line({ id: 'a', text: 'abcd' })}`, status: 1, out: /"too-large".*"offset":3/, err: /1 of 1 articles/ },
  { name: 'skipped lines', args: ['--ndjson', '--skip', '2'], stdin: ['a', 'b', 'c'].map((id) => line({ id, text: id })).join('\n'), status: 0, out: /^\{"version":1,"id":"c".*\n$/, err: '' },
  { name: 'lines of two files', args: ['--ndjson', 'a.ndjson', 'no.ndjson', 'b.ndjson'], files: { 'a.ndjson': line({ id: 'a', text: '' }), 'b.ndjson': line({ id: 'b', text: '' }) }, status: 1, out: /^\{"version":1,"id":"a".*\n\{"version":1,"id":"b".*\n$/, err: /^copydesk: no.ndjson: there is no such file.*\ncopydesk: 1 of 3/ },
  { name: 'ids that are numbers, as they are written', args: ['--ndjson'], stdin: '{"id":12345678901234567890123,"text":"a"}\n{"\\u0069d":-1.50,"text":"b"}\n{"id":1.,"text":"c"}\n', status: 1, out: /^\{"version":1,"id":"12345678901234567890123".*\n\{"version":1,"id":"-1.50".*\n\{"id":null,"error":\{"code":"invalid-json","message":"Not JSON: at byte 8, a digit is missing.","line":3,"offset":8\}\}\n$/, err: /1 of 3/ },
  { name: 'lone surrogates in escapes', args: ['--ndjson'], stdin: '{"id":"\\ud83d","text":"\\udc00 \\ud83d\\ude00"}\n', status: 0, out: /^\{"version":1,"id":"\ufffd".*\n$/, err: '' },
  { name: 'members of other names', args: ['--ndjson'], stdin: line({ url: ['x'], text: 'x', reference: null, id: null }), status: 0, out: /^\{"version":1,"offsets"/, err: '' },

  { name: 'patterns of one’s own', args: ['--patterns', 'p.json', '--format=ndjson', 'a.txt'], files: { 'a.txt': article, 'p.json': '[{"id":"money","pattern":"\\\\$(?P<amount>\\\\d+)"}]' }, status: 0, out: /"matches":\[\{"id":"money","start":50,"end":52,"text":"\$3","groups":\[\{"name":"amount","start":51,"end":52,"text":"3"\}\]\}\]/, err: '' },
  { name: 'a pattern that is not valid', args: ['--patterns', 'p.json', 'a.txt'], files: { 'a.txt': article, 'p.json': '[{"id":"open","pattern":"a(b"}]' }, status: 2, out: '', err: /The pattern "open" is not valid: missing \): a\(b/ },
  { name: 'patterns that are not JSON', args: ['--patterns', 'p.json', 'a.txt'], files: { 'a.txt': article, 'p.json': '[{]' }, status: 2, out: '', err: /^copydesk: p.json: Not JSON: at byte 2, a name in double quotes is missing/ },
  { name: 'patterns of a line', args: ['--ndjson'], stdin: line({ text: 'a1 b2', patterns: [{ id: 'n', pattern: '[0-9]' }] }) + line({ text: 'x', patterns: [{ id: 'n', pattern: '(?=x)' }] }), status: 1, out: /"matches":\[\{"id":"n","start":1,"end":2.*\n.*"code":"invalid-pattern".*"line":2/, err: /1 of 2/ },
];
