// npm test: sets up the machine, builds every way, runs everything.
//
//   npm test                 all steps, in order
//   npm test -- layers wasm  the steps with one of these words in their names
//
// A failed step does not stop the ones that do not need it. The last line counts tests: "N passed, N failed".
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkInstructions } from '../bench/instructions.mjs';
import { build } from './build.mjs';
import { checkQuality, evalIsPresent } from './eval.mjs';
import { fuzz } from './fuzz.mjs';
import { CommandFailed, configure, jobs, main, root, run, say } from './run.mjs';
import { setUp } from './setup.mjs';
import { sparkIsSetUp, testSpark } from './spark.mjs';

/** Test counts in the closing lines of ctest and of node's test runner. */
function counted(output) {
  const unittest = /^Ran (\d+) tests? in [^]*^OK/m.exec(output);
  if (unittest) return { passed: Number(unittest[1]), failed: 0 };
  const ctest = /tests passed, (\d+) tests failed out of (\d+)/.exec(output);
  if (ctest) return { passed: Number(ctest[2]) - Number(ctest[1]), failed: Number(ctest[1]) };
  const node = /^(?:#|ℹ) pass (\d+)[\s\S]*?^(?:#|ℹ) fail (\d+)/m.exec(output);
  if (node) return { passed: Number(node[1]), failed: Number(node[2]) };
  return { passed: 1, failed: 0 };
}

/** Configures, builds and runs the tests of a native preset. */
async function native(preset, { test }) {
  const folder = join(root, 'build', preset);
  if (!existsSync(join(folder, 'build.ninja'))) await configure(preset);
  await run('cmake', ['--build', folder, '-j', String(jobs)]);
  return test ? run('ctest', ['--test-dir', folder, '--output-on-failure', '--timeout', '300', '-j', String(jobs)]) : '';
}

/** The tests of threads alone: the rest has none. */
async function threads() {
  const folder = join(root, 'build/tsan');
  if (!existsSync(join(folder, 'build.ninja'))) await configure('tsan');
  await run('cmake', ['--build', folder, '-j', String(jobs), '--target', 'copydesk', '--target', 'copydesk_threads']);
  return run('ctest', ['--test-dir', folder, '--output-on-failure', '-L', 'threads']);
}

async function testFiles(folder) {
  const names = await readdir(join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.test.js')).sort().map((name) => join(folder, name));
}

const runTests = (files) => run(process.execPath, ['--test', '--test-reporter=spec', ...files]);

/** Runs test files of node's runner; browsers and native twins share two cores, so few at a time. */
async function nodeTests(...folders) {
  return runTests((await Promise.all(folders.map(testFiles))).flat());
}

async function consumer() {
  const prefix = join(root, 'build/consumer');
  await run('cmake', ['--install', 'build/release', '--prefix', join(prefix, 'prefix')]);
  await run('cmake', ['-S', 'tests/consumer', '-B', join(prefix, 'build'), '-G', 'Ninja', `-DCMAKE_PREFIX_PATH=${join(prefix, 'prefix')}`]);
  await run('cmake', ['--build', join(prefix, 'build')]);
  const said = await run(join(prefix, 'build/consumer'), []);
  if (!said.includes('quotes')) throw new CommandFailed('consumer', 'it did not report quotes', said);
}

const steps = [
  ['layers', () => nodeTests('tests/layers')],
  ['native, with sanitizers: build and tests', () => native('sanitize', { test: true })],
  ['native, release: build and tests', () => native('release', { test: true })],
  ['threads, with ThreadSanitizer', () => threads()],
  ['a project that finds the installed library', consumer],
  ['WebAssembly: build', () => build()],
  ['package: tests in Node and the browsers', () => nodeTests('tests/web')],
  ['matrix: the packed package in bundlers and runtimes', () => runTests(['tests/matrix/matrix.test.js'])],
  ['memory: flat, and full', () => nodeTests('tests/memory')],
  ['types', () => run('npx', ['--no-install', 'tsc', '-p', 'tests/types'])],
  ['hostile texts: twice the text, twice the time', () => nodeTests('tests/hostile')],
  ['instructions a byte', () => checkInstructions()],
  ...(evalIsPresent() ? [['quality on the development sets', () => checkQuality()]] : []),
  ...(sparkIsSetUp() ? [['the Spark recipe', () => testSpark()]] : []),
  ['fuzzing, for a short while', () => fuzz(10)],
];

await main(async () => {
  const words = process.argv.slice(2);
  const total = { passed: 0, failed: 0 };
  await setUp('test');
  for (const [name, step] of steps) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const start = Date.now();
    let count;
    let mark = 'ok  ';
    try {
      count = counted((await step()) ?? '');
    } catch (error) {
      if (!(error instanceof CommandFailed)) say(error.stack);
      else say(error.message);
      count = counted(error.output ?? '');
      count.failed ||= 1;
      mark = 'FAIL';
    }
    total.passed += count.passed;
    total.failed += count.failed;
    console.log(`${mark} ${name}: ${count.passed} passed, ${count.failed} failed, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  if (!sparkIsSetUp()) console.log('left out: the Spark recipe (`npm run spark` sets it up and runs it)');
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});
