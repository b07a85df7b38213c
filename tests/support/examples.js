// The examples of rules/en/*/rules.tsv: read them, and check a report against one.
//
//   id ¦ what it states ¦ text => result ; result ¦ text for which the rule does not fire
//
// "@2024-06-12 " before a text is its reference date, "@whole " keeps its quotations whole.
//
// Results by stage:
//   sentences  the sentences, parted by |
//   blocks     the kinds of the blocks, parted by ;
//   people     the names, parted by ;
//   quotes     content | speaker's mention | cue's lemma       (- for none; parts of a content joined by …)
//   dates      text = value, then any of type, mod, grain
//   numbers    text = value, then any of kind, unit, approx, role, direction; value is low..high for bounds
// \n in an example is a line break.
import { Malformed, squeeze } from './cases.js';

const part = (text, mark) => text.split(mark).map((piece) => squeeze(piece)).filter((piece) => piece !== '');

function input(source) {
  const [, option, text] = /^(?:@(\S+) )?(.*)$/su.exec(source);
  const options = option === 'whole' ? { keepQuotesWhole: true } : option ? { reference: option } : {};
  return { text: text.replaceAll('\\n', '\n'), options };
}

/** The rules of a stage: { id, line, example: { text, options, result }, counter: { text, options } | undefined }. */
export function parseRules(content, file) {
  const rules = [];
  let stage;
  content.split('\n').forEach((source, index) => {
    const where = `${file}:${index + 1}`;
    const head = /^#! rules (\S+)/.exec(source);
    if (head) stage = head[1];
    if (source.startsWith('#') || !source.trim()) return;
    const [id, , example, counter] = source.split('\t');
    if (!stage) throw new Malformed(`${where}: no '#! rules STAGE' line stands above`);
    const arrow = example?.indexOf(' => ') ?? -1;
    if (arrow < 0) throw new Malformed(`${where}: the example of ${id} has no ' => '`);
    rules.push({
      id: `${stage}.${id}`,
      stage,
      where,
      example: { ...input(example.slice(0, arrow)), result: example.slice(arrow + 4) },
      counter: counter?.trim() && counter.trim() !== '-' ? input(counter) : undefined,
    });
  });
  return rules;
}

const recordsOf = { sentences: 'sentences', blocks: 'blocks', people: 'people', quotes: 'quotes', dates: 'dates', numbers: 'numbers' };

function figure(x) {
  return x.value ?? `${x.low ?? ''}..${x.high ?? ''}`;
}

/** Do the records of a stage say what the example's results say? */
function meets(stage, result, report, text) {
  const slice = (span) => squeeze(text.slice(span.start, span.end));
  const valued = (records, extras) => {
    const wanted = part(result, ' ; ');
    return wanted.length === records.length && wanted.every((item, i) => {
      const [passage, meaning] = part(item, ' = ');
      const [value, ...more] = (meaning ?? '').split(' ');
      return passage === squeeze(records[i].text) && value === figure(records[i]) && more.every((word) => extras(records[i]).includes(word));
    });
  };
  switch (stage) {
    case 'sentences':
      return part(result, ' | ').join(' | ') === report.sentences.map(slice).join(' | ');
    case 'blocks':
      return part(result, ' ; ').join() === report.blocks.map((block) => block.kind).join();
    case 'people':
      return part(result, ' ; ').join() === report.people.map((person) => person.name).join();
    case 'quotes':
      return part(result, ' ; ').join(' ; ') === report.quotes.map((quote) =>
        [quote.content.map(slice).join(' … ').replace(/[,.]$/, ''), quote.speaker?.text ?? '-', quote.cue?.lemma ?? '-'].join(' | ')).join(' ; ');
    case 'dates':
      return valued(report.dates, (x) => [x.type, x.mod, x.grain]);
    case 'numbers':
      return valued(report.numbers, (x) => [x.kind, x.unit, x.approx, x.role, x.direction]);
    default:
      throw new Malformed(`no results are known for the stage ${stage}`);
  }
}

const brief = {
  sentences: (report, text) => report.sentences.map((s) => text.slice(s.start, s.end)).join(' | '),
  blocks: (report) => report.blocks.map((b) => b.kind).join(' ; '),
  people: (report) => report.people.map((p) => p.name).join(' ; '),
  quotes: (report, text) => report.quotes.map((q) =>
    [q.content.map((c) => text.slice(c.start, c.end)).join(' … '), q.speaker?.text ?? '-', q.cue?.lemma ?? '-'].join(' | ')).join(' ; '),
  dates: (report) => report.dates.map((d) => [`${d.text} = ${d.value}`, d.mod].filter(Boolean).join(' ')).join(' ; '),
  numbers: (report) => report.numbers.map((n) => [`${n.text} = ${figure(n)}`, n.unit, n.approx].filter(Boolean).join(' ')).join(' ; '),
};

/**
 * Problems of one rule. `reportOf(input)` gives the report of a text, `decidedBy(input)` the rules that decided
 * its sentence boundaries, also those that end nothing.
 */
export function checkRule(rule, reportOf, decidedBy) {
  const problems = [];
  const fired = (input) => {
    const rules = new Set((reportOf(input)[recordsOf[rule.stage]] ?? []).map((record) => record.rule));
    if (rule.stage === 'sentences') for (const id of decidedBy(input)) rules.add(id);
    return rules;
  };
  const { example, counter } = rule;
  const report = reportOf(example);
  if (!meets(rule.stage, example.result, report, example.text))
    problems.push(`${rule.where}: ${rule.id}: the example gives ${brief[rule.stage](report, example.text)}`);
  if (rule.stage !== 'people') {
    if (!fired(example).has(rule.id)) problems.push(`${rule.where}: ${rule.id} does not fire in its example; these do: ${[...fired(example)].join(', ') || 'none'}`);
    if (counter && fired(counter).has(rule.id)) problems.push(`${rule.where}: ${rule.id} fires in its counter-example`);
  }
  return problems;
}
