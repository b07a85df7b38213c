// How often a figure is right at each confidence, on the news sets of ../shared/eval, whole and by half.
//
//   node tools/calibrate/numbers.mjs
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, isMain, main, root, run } from '../run.mjs';

const sets = ['newsgold', 'newsquant'];
const folder = join(root, '../shared/eval/dev/numbers');
const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];
const same = (a, b) => (a === null || a === undefined || b === null || b === undefined ? (a ?? null) === (b ?? null) : Math.abs(a - b) <= 1e-9 * Math.abs(a));

/** Whether a figure of ours has the value of the gold's, or of one of its other readings. */
function right(gold, figure) {
  return [gold, ...(gold.alts ?? [])].some((reading) =>
    reading.value === null || reading.value === undefined
      ? (same(reading.low, figure.low) && same(reading.high, figure.high)) || same(reading.low ?? reading.high, figure.value)
      : same(reading.value, figure.value ?? figure.low) && (figure.value !== undefined || figure.high === undefined || same(figure.low, figure.high)));
}

/** Every figure of a set that the gold judges: its confidence, and whether it is right. */
async function judged(set) {
  const documents = (await readFile(join(folder, `${set}.jsonl`), 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const input = documents.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join('');
  const reports = (await run(join(root, 'build/release/copydesk'), ['--ndjson'], { input })).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return documents.flatMap((document, i) =>
    reports[i].numbers.flatMap((figure) => {
      const span = [figure.start, figure.end];
      const gold = document.numbers.filter((g) => g.span && overlap(g.span, span));
      if (gold.length === 0 && (document.ignore ?? []).some((s) => overlap(s, span))) return [];
      const given = Object.fromEntries(Object.entries(figure).filter(([, value]) => value !== null));
      return [{ confidence: figure.confidence, half: i % 2, right: gold.some((g) => right(g, given)) }];
    }),
  );
}

if (isMain(import.meta.url))
  await main(async () => {
    const rows = (await Promise.all(sets.map(judged))).flat();
    if (rows.length === 0) throw new CommandFailed('calibrate', 'no figures', folder);
    const share = (part) => (part.length ? ((100 * part.filter((r) => r.right).length) / part.length).toFixed(1) : '–');
    console.log('| confidence | figures | % of all | % right | even half | odd half |\n|---|---|---|---|---|---|');
    for (const name of ['low', 'medium', 'high']) {
      const part = rows.filter((r) => r.confidence === name);
      const halves = [0, 1].map((half) => share(part.filter((r) => r.half === half)));
      console.log(`| ${name} | ${part.length} | ${((100 * part.length) / rows.length).toFixed(1)} | ${share(part)} | ${halves.join(' | ')} |`);
    }
  });
