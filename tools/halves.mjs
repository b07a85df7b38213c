// npm run halves: a task's figures on the development sets, whole and by half, beside the best tool measured.
//
//   npm run halves -- dates      even and odd documents apart: tune on one half, confirm on the other
//
// The sets are not part of the project: without them nothing is measured.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, isMain, main, root, run, say } from './run.mjs';

const shared = join(root, '../shared/eval');
const command = './build/release/copydesk --ndjson';

/** The sets of a task as folders: the whole, the documents in even places, those in odd places. */
async function split(task) {
  const folder = join(root, 'build/halves');
  await rm(folder, { recursive: true, force: true });
  const whole = join(shared, 'dev', task);
  const parts = [['even', 0], ['odd', 1]].map(([name, rest]) => ({ data: join(folder, name), rest }));
  for (const { data } of parts) await mkdir(join(data, task), { recursive: true });
  for (const file of (await readdir(whole)).filter((name) => name.endsWith('.jsonl'))) {
    const documents = (await readFile(join(whole, file), 'utf8')).split('\n').filter((line) => line.trim());
    for (const { data, rest } of parts)
      await writeFile(join(data, task, file), `${documents.filter((_, at) => at % 2 === rest).join('\n')}\n`);
  }
  return [join(shared, 'dev'), ...parts.map(({ data }) => data)];
}

/** Every figure of a task on a folder of sets: "task/set/measure" → number. */
async function measure(task, data, at) {
  const file = join(root, `build/halves/scores${at}.json`);
  await run('python3', [join(shared, 'run.py'), '--only', task, '--data', data, '--cmd', command, '--out', join(root, 'build/halves/out'), '--json', file]);
  return JSON.parse(await readFile(file, 'utf8'));
}

if (isMain(import.meta.url))
  await main(async () => {
    const task = process.argv[2];
    if (!task || !/^[a-z]+$/.test(task)) throw new CommandFailed('halves', 'name the task: npm run halves -- dates', '');
    const folders = await split(task);
    await mkdir(join(root, 'build/halves/out'), { recursive: true });
    const figures = [];
    for (const [at, data] of folders.entries()) figures.push(await measure(task, data, at));
    const peers = JSON.parse(await readFile(join(shared, 'peers.json'), 'utf8'));
    say('| set | measure | all | even | odd | best peer |\n|---|---|---|---|---|---|');
    for (const name of Object.keys(figures[0])) {
      const [, set, measureName] = name.split('/');
      const peer = peers[`${name}/dev`];
      const cells = figures.map((one) => one[name].toFixed(1));
      say(`| ${[set, measureName, ...cells, peer ? `${peer.score.toFixed(1)} ${peer.system}` : '–'].join(' | ')} |`);
    }
  });
