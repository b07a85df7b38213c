// npm run eval: the development sets in ../shared/eval against tests/quality/floor.json.
//
//   npm run eval                 prints what moved; fails when a figure fell
//   npm run eval -- --accept     this build's figures become the floor's (look at what fell first)
//   npm run eval -- --wasm       measures the package's command instead of the native one
//
// The floor names the figures that count; the other sets are a net to look at, not to climb.
// The sets are not part of the project: without them nothing is measured.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, isMain, main, root, run, say } from './run.mjs';

const scorer = join(root, '../shared/eval/run.py');
const floorFile = join(root, 'tests/quality/floor.json');
// Figures are rounded to hundredths when written; less than that is no fall.
const slack = 0.01;

export const evalIsPresent = () => existsSync(scorer);

/** Every figure of this build: "task/set/measure" → number. */
async function measure(command) {
  const out = join(root, 'build/eval');
  await mkdir(out, { recursive: true });
  const file = join(out, 'scores.json');
  await run('python3', [scorer, '--cmd', command, '--out', out, '--json', file], { slow: 'copydesk: measuring on the development sets (a minute or two)' });
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Compares figures with the floor. @returns lines that fell, lines that rose */
export function compare(floor, figures) {
  const fell = [];
  const rose = [];
  for (const [name, least] of Object.entries(floor)) {
    const now = figures[name];
    if (now === undefined || now < least - slack) fell.push(`${name}: ${least} → ${now ?? 'not measured'}`);
    else if (now > least + slack) rose.push(`${name}: ${least} → ${now}`);
  }
  return { fell, rose };
}

/** Measures and compares; a fallen figure is a failure. */
export async function checkQuality(command = './build/release/copydesk --ndjson') {
  const { fell, rose } = compare(JSON.parse(await readFile(floorFile, 'utf8')), await measure(command));
  for (const line of rose) say(`  rose: ${line}`);
  if (fell.length > 0) throw new CommandFailed('eval', fell.length === 1 ? 'a figure fell' : `${fell.length} figures fell`, fell.join('\n'));
}

if (isMain(import.meta.url))
  await main(async () => {
    const command = process.argv.includes('--wasm') ? 'node dist/cli.js --ndjson' : './build/release/copydesk --ndjson';
    if (!process.argv.includes('--accept')) return checkQuality(command).catch((error) => {
      say(error.output ?? '');
      throw error;
    });
    const figures = await measure(command);
    const names = Object.keys(JSON.parse(await readFile(floorFile, 'utf8')));
    await writeFile(floorFile, `${JSON.stringify(Object.fromEntries(names.map((name) => [name, figures[name]])), null, 2)}\n`);
    say(`copydesk: ${names.length} figures are the floor now`);
  });
