// The package as it is published: what is in it, and whether tools and types find their way. `npm run matrix` has the rest.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { root } from './inputs.js';

const run = promisify(execFile);
let folder;
let packed;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, join(root, 'dist')], { cwd: root });
  [packed] = JSON.parse(stdout);
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  await run('npm', ['install', '--offline', '--no-save', join(folder, packed.filename)], { cwd: folder });
});
after(() => rm(folder, { recursive: true, force: true }));

test('the tarball is at most 1 MB', (t) => {
  const parts = packed.files.map(({ path }) => [path, gzipSync(readFileSync(join(root, 'dist', path)), { level: 9 }).length]).sort((a, b) => b[1] - a[1]);
  t.diagnostic(`${packed.size} bytes, most of them ${parts.slice(0, 6).map(([path, size]) => `${path} ${size}`).join(', ')}`);
  assert.ok(packed.size <= 1_000_000, `${packed.size} bytes`);
});

test('publint and attw find nothing', async () => {
  const { publint } = await import('publint');
  const { messages } = await publint({ pkgDir: join(root, 'dist'), level: 'warning', pack: false });
  assert.deepEqual(messages, []);
  const attw = join(root, 'node_modules/.bin/attw');
  await run(attw, [join(folder, packed.filename), '--profile', 'esm-only', '--exclude-entrypoints', 'copydesk.wasm', 'core.wasm'], { cwd: root }).catch((error) => assert.fail(error.stdout));
});

test('installs, is imported by modules and by CommonJS', async () => {
  const answer = "desk.analyze('It cost $5 million.').numbers[0].value";
  writeFileSync(join(folder, 'a.mjs'), `import { load } from 'copydesk'; import 'copydesk/dom'; import 'copydesk/helpers'; import 'copydesk/exports';\nconst desk = await load(); console.log(${answer});`);
  writeFileSync(join(folder, 'b.cjs'), `import('copydesk').then(({ load }) => load()).then((desk) => console.log(${answer}));`);
  writeFileSync(join(folder, 'c.cjs'), `require('copydesk').load().then((desk) => console.log(${answer}));`);
  for (const file of ['a.mjs', 'b.cjs', 'c.cjs']) assert.equal((await run(process.execPath, [file], { cwd: folder })).stdout.trim(), '5000000');
  // As in a Node before 20.19: the bridge.
  assert.equal((await run(process.execPath, ['--no-experimental-require-module', 'c.cjs'], { cwd: folder })).stdout.trim(), '5000000');
});

test('types are right for a strict project', async () => {
  writeFileSync(join(folder, 'use.ts'), `import { load, type Report } from 'copydesk';
import { collect, createPainter, follow } from 'copydesk/dom';
import { formatDate, whoSaidWhat } from 'copydesk/helpers';
import { toCSV } from 'copydesk/exports';
const desk = await load();
const page = collect(document.body);
const report: Report = desk.analyze(page.text, { reference: '2024-06-03' });
const painter = createPainter({ styles: { quote: { light: 'color: red' } } });
painter.paint(page, report, { kinds: ['quote'] });
for (const { kind, record } of painter.at(1, 2)) if (kind === 'number') console.log(record.unit);
follow(document.body, { analyze: (text) => desk.analyze(text), painter }).stop();
console.log(whoSaidWhat(report, page.text)[0]?.words, formatDate(report.dates[0]!), toCSV(report, page.text));
// @ts-expect-error there is no such kind
painter.paint(page, report, { kinds: ['colour'] });
`);
  await run(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext', 'use.ts'], { cwd: folder }).catch((error) => assert.fail(error.stdout));
});
