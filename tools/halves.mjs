// npm run eval:halves -- numbers [dates …]
//
// The figures of ../shared/eval by set and by half: the odd and the even documents of every set, each scored as a
// set of its own.  A rule that helps only one of them is not a rule.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evalIsPresent } from './eval.mjs';
import { CommandFailed, isMain, main, root, run, say } from './run.mjs';

const shared = join(root, '../shared/eval');

/** Writes the odd (0) or even (1) documents of every set of a task to `to`. */
async function split(task, half, to) {
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, task), { recursive: true });
  for (const name of await readdir(join(shared, 'dev', task))) {
    const lines = (await readFile(join(shared, 'dev', task, name), 'utf8')).split('\n').filter(Boolean);
    await writeFile(join(to, task, name), lines.filter((_, i) => i % 2 === half).map((line) => `${line}\n`).join(''));
  }
}

async function scores(task, data, command) {
  const file = join(root, `build/eval/${task}.scores.json`);
  const args = [join(shared, 'run.py'), '--only', task, '--cmd', command, '--json', file, '--out', join(root, 'build/eval')];
  await run('python3', [...args, ...(data ? ['--data', data] : [])]);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The table of one task, a line a figure: set, measure, whole, odd, even. */
export async function table(task, command) {
  const halves = [];
  for (const half of [0, 1]) {
    const data = join(root, `build/eval/half-${half}`);
    await split(task, half, data);
    halves.push(await scores(task, data, command));
  }
  const whole = await scores(task, undefined, command);
  const cell = (value) => (value === undefined ? '–' : value.toFixed(1)).padStart(6);
  return Object.entries(whole).map(([name, value]) => {
    const [, set, measure] = name.split('/');
    return `${set.padEnd(16)}${measure.padEnd(24)}${cell(value)}${cell(halves[0][name])}${cell(halves[1][name])}`;
  });
}

if (isMain(import.meta.url))
  await main(async () => {
    if (!evalIsPresent()) throw new CommandFailed('eval:halves', 'the development sets are not here', shared);
    const tasks = process.argv.slice(2);
    for (const task of tasks.length ? tasks : ['numbers']) {
      say(`${task.padEnd(40)} whole   odd  even`);
      for (const line of await table(task, './build/release/copydesk --ndjson')) say(line);
    }
  });
