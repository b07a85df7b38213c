// npm run spark: the Spark recipe of examples/spark, tested in a local cluster; its Python is set up in build/spark.
//
//   npm run spark                  sets up what is missing and runs the tests
//   npm run spark -- --bench 300   300 MB of NDJSON through Spark and through the command line, on as many cores
//
// Needs Python 3.10 or later and Java 17 or later; Spark, Arrow and DuckDB come from PyPI as
// examples/spark/requirements.txt pins them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Expected, isMain, main, root, run, say } from './run.mjs';

const folder = join(root, 'build/spark');
const python = join(folder, 'bin/python');
const wanted = join(root, 'examples/spark/requirements.txt');
const stamp = join(folder, 'requirements.txt');

/** Whether the recipe's Python stands, as pinned. */
export const sparkIsSetUp = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(wanted, 'utf8');

async function setUpSpark() {
  if (sparkIsSetUp()) return;
  await run('java', ['-version'], { quiet: true }).catch(() => {
    throw new Expected('The Spark recipe needs Java 17 or later on the PATH.');
  });
  say('copydesk: setting up Spark, Arrow and DuckDB in build/spark (some 500 MB)');
  await run('python3', ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', wanted]);
  writeFileSync(stamp, readFileSync(wanted));
}

/** Runs the recipe's tests. @returns {Promise<string>} what they said */
export function testSpark(options = {}) {
  return run('sh', ['-c', `exec "${python}" tests/spark/spark_test.py 2>&1`], options);
}

if (isMain(import.meta.url))
  await main(async () => {
    await setUpSpark();
    const bench = process.argv.indexOf('--bench');
    if (bench < 0) await testSpark({ show: true });
    else await run(python, ['bench/spark.py', process.argv[bench + 1] ?? '100'], { show: true });
    return 0;
  });
