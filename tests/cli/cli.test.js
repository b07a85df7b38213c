// The native command line: what it says, and that nothing is lost when things go wrong.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, root } from '../support/native.js';
import { invocations } from './invocations.js';
import { runInvocation } from './run.js';

const program = join(build, 'copydesk');

for (const invocation of invocations) {
  test(invocation.name, () => {
    const got = runInvocation([program], invocation);
    assert.equal(got.status, invocation.status, got.err);
    for (const stream of ['out', 'err']) {
      const wanted = invocation[stream];
      if (typeof wanted === 'string') assert.equal(got[stream], wanted);
      else assert.match(got[stream], wanted);
    }
  });
}

test('each weighed choice shows what lost, and its evidence is that of the weights', () => {
  const text = '“The pier will close,” said Rosa Brandt. Tom Moore said that it was “a gift.” He denied it.\n';
  const { status, out } = runInvocation([program], { args: ['--debug', 'quotes', 'a.txt'], files: { 'a.txt': text } });
  assert.equal(status, 0);
  const models = { 'who says': 'cue', 'who speaks:': 'speaker', 'what is reported:': 'indirect' };
  const weights = Object.fromEntries(Object.values(models).map((model) => [model, new Map(readFileSync(join(root, `rules/en/quotes/${model}.weights.tsv`), 'utf8')
    .split('\n').filter((row) => row && !row.startsWith('#')).map((row) => row.split('\t')))]));
  const decisions = out.split(/^(?=\d)/m).map((block) => {
    const [head, ...lines] = block.trimEnd().split('\n');
    const [, about, passage, rule] = /^\d+:\d+ (who says|who speaks:|what is reported:) (.*?)(?:  (quotes\.\S+))?$/.exec(head);
    const candidates = lines.map((line) => {
      const [, sign, sum, rest] = /^ {2}([+-]) (-?\d+) {2}(.*)$/.exec(line);
      const terms = [...rest.matchAll(/(\S+) ([+-]\d+)(?= |$)/g)].map(([, name, weight]) => [name, Number(weight)]);
      for (const [name, weight] of terms) assert.equal(Number(weights[models[about]].get(name)), weight, name);
      assert.equal(terms.reduce((total, [, weight]) => total + weight, 0), Number(sum), line);
      return { sign, sum: Number(sum), what: rest.split(': ')[0] };
    });
    assert.equal(candidates.filter(({ sign }) => sign === '+').length, 1);
    return { about, passage, rule, candidates };
  });
  const of = (about, passage) => decisions.find((d) => d.about === about && d.passage === passage);
  const pier = of('who says', 'The pier will close,');
  assert.equal(pier.rule, 'quotes.cue-after');
  assert.equal(pier.candidates[0].what, 'said by Rosa Brandt');
  const lost = pier.candidates.slice(1).map(({ what }) => what);
  for (const what of ['said by Tom Moore', 'nobody', 'no quotation']) assert.ok(lost.includes(what), what);
  assert.ok(pier.candidates.slice(1).every(({ sum }) => sum < pier.candidates[0].sum));
  assert.equal(of('what is reported:', 'said').candidates[0].what, 'nothing');
  assert.equal(decisions.filter(({ about, passage, rule }) => about === 'what is reported:' && passage === 'said' && rule === 'quotes.indirect-after').length, 1);
  assert.equal(of('who speaks:', 'said').candidates[0].what, 'Rosa Brandt');
  assert.ok(of('who speaks:', 'denied').candidates.length > 1);
});

const articles = (count) => Array.from({ length: count }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Article ${i}. It cost $${i} million. `.repeat(1 + (i * 7) % 40) })).join('\n') + '\n';
const ids = (out) => out.trimEnd().split('\n').map((line) => JSON.parse(line).id);

test('jobs keep the order and change nothing', () => {
  const input = articles(3000);
  const run = (...args) => spawnSync(program, ['--ndjson', ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
  const one = run();
  assert.deepEqual(ids(one), Array.from({ length: 3000 }, (_, i) => `n${i}`));
  assert.equal(run('--jobs', '4'), one);
  assert.equal(run('--jobs=0', '--skip=2500'), one.split('\n').slice(2500).join('\n'));
});

test('a line of many megabytes, and lines cut at any size of piece', async () => {
  const long = JSON.stringify({ id: 'long', text: 'It rained. '.repeat(1 << 20) });
  const child = spawn(program, ['--ndjson']);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (data) => { out += data; });
  for (const piece of ['{"id":"a",', '"text":"x"}', '\n{"id":"b","text":"y"}\n', long, '\n', '{"id":"c","text":""}'])
    await new Promise((resolve) => child.stdin.write(piece, resolve));
  child.stdin.end();
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 0);
  assert.deepEqual(ids(out), ['a', 'b', 'long', 'c']);
});

test('lines of 100 MB: broken, over the limit, with a member that nobody reads, and read', { timeout: 600000 }, () => {
  const size = /san$/.test(build) ? 2.2e6 : 100e6; // sanitizers take ten times as long
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  const input = join(folder, 'in');
  const output = join(folder, 'out');
  const run = (lines, ...args) => {
    const file = openSync(input, 'w');
    for (const line of lines) for (const piece of [...line, '\n']) writeSync(file, piece);
    closeSync(file);
    const out = openSync(output, 'w');
    const { status } = spawnSync(program, ['--ndjson', ...args, input], { stdio: ['ignore', out, 'ignore'] });
    closeSync(out);
    return status;
  };
  const filler = 'x'.repeat(size);
  const [before, after] = [['{"id":"a","text":"x"}'], ['{"id":"c","text":"y"}']];
  assert.equal(run([before, ['{"id":"b","html":"', filler, '","text":"It rained."}'], after]), 0);
  assert.deepEqual(ids(readFileSync(output, 'utf8')), ['a', 'b', 'c']);
  assert.equal(run([before, ['{"id":"b","text":"', filler, '"'], ['{"id":"b","text":"', filler, '"}'], after], '--max-bytes', '1000'), 1);
  const rows = readFileSync(output, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(rows.map(({ id, error }) => [id, error?.code, error?.line, error?.offset]), [['a'], [null, 'invalid-json', 2, size + 19], ['b', 'too-large', 3, 1000], ['c']].map((row) => [...row, ...Array(4 - row.length).fill(undefined)]));
  assert.equal(run([before, ['{"id":"b","text":"', 'It rained. '.repeat(size / 11), '"}'], after]), 0);
  const reports = execFileSync('cut', ['-c', '-30', output], { encoding: 'utf8' });
  assert.deepEqual(reports.match(/"id":"\w"/g), ['"id":"a"', '"id":"b"', '"id":"c"']);
  const last = Buffer.alloc(3);
  const file = openSync(output);
  readSync(file, last, 0, 3, statSync(output).size - 3);
  closeSync(file);
  assert.equal(last.toString(), ']}\n');
  rmSync(folder, { recursive: true });
});

test('a reader that goes ends the run quietly', async () => {
  const child = spawn(program, ['--ndjson'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (data) => { err += data; });
  child.stdin.on('error', () => {});
  child.stdin.end(articles(20000));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 141);
  assert.equal(err, '');
});

test('an interrupt leaves whole reports', async () => {
  const child = spawn(program, ['--ndjson', '--jobs', '2'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdin.on('error', () => {});
  child.stdin.write(articles(2000) + '{"id":"cut","text":"');
  child.stdout.setEncoding('utf8').on('data', (data) => {
    if (!out) setTimeout(() => child.kill('SIGINT'), 50);
    out += data;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 130);
  assert.ok(out.endsWith('\n'));
  assert.deepEqual(ids(out), Array.from({ length: ids(out).length }, (_, i) => `n${i}`));
});

test('a run that was cut goes on where its reports end', async () => {
  const input = articles(3000).replace('{"id":"n7",', '{broken,');
  const whole = spawnSync(program, ['--ndjson'], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(whole.status, 1);
  const child = spawn(program, ['--ndjson'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let out = '';
  child.stdin.on('error', () => {});
  child.stdin.write(input.slice(0, input.length / 2));
  child.stdout.setEncoding('utf8').on('data', (data) => {
    if (!out) setTimeout(() => child.kill('SIGTERM'), 20);
    out += data;
  });
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 130);
  const done = out.split('\n').length - 1;
  assert.ok(done > 8 && done < 3000);
  const rest = spawnSync(program, ['--ndjson', '--skip', String(done)], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(rest.status, 0); // the broken line was in the first part
  assert.equal(out + rest.stdout, whole.stdout);
});

test('an interrupt while the input is silent', async () => {
  const child = spawn(program, ['--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {});
  child.stdin.write(articles(1));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGINT'), 300));
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 130);
});

test('a full disk is said, and what is there is whole', { skip: !existsSync('/dev/full') }, () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(program, ['--ndjson'], { input: articles(2), stdio: ['pipe', full, 'pipe'], encoding: 'utf8' });
  closeSync(full);
  assert.equal(status, 3);
  assert.match(stderr, /^copydesk: the output cannot be written: No space left on device; what is there so far is whole\.\n$/);
  // A limit on the size of files stands for the disk that fills up half-way.
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  writeFileSync(join(folder, 'in'), articles(5000));
  const limited = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 1000; "${program}" --ndjson in > out`], { cwd: folder, encoding: 'utf8' });
  assert.equal(limited.status, 3, limited.stderr);
  assert.match(limited.stderr, /cannot be written: File too large/);
  assert.ok(statSync(join(folder, 'out')).size > 100000);
  const out = readFileSync(join(folder, 'out'), 'utf8');
  assert.ok(out.endsWith('\n'));
  assert.deepEqual(ids(out), Array.from({ length: ids(out).length }, (_, i) => `n${i}`));
  rmSync(folder, { recursive: true });
});

test('a progress line on a terminal, and none elsewhere', { skip: spawnSync('script', ['--version']).error !== undefined }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  writeFileSync(join(folder, 'in'), articles(20000));
  const shown = spawnSync('script', ['-qec', `"${program}" --ndjson in > out`, '/dev/null'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
  assert.match(shown, /\d+ articles/);
  assert.equal(readFileSync(join(folder, 'out'), 'utf8').trimEnd().split('\n').length, 20000);
  assert.equal(spawnSync(program, ['--ndjson', 'in'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 }).stderr, '');
  rmSync(folder, { recursive: true });
});

test('colours only on a terminal and without NO_COLOR', { skip: spawnSync('script', ['--version']).error !== undefined }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  writeFileSync(join(folder, 'a.txt'), 'It cost $3 million.\n');
  const onTerminal = (env) => spawnSync('script', ['-qec', `"${program}" a.txt`, '/dev/null'], { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' }).stdout;
  const plain = { ...process.env };
  delete plain.NO_COLOR;
  assert.match(onTerminal({ NO_COLOR: '' }), /\u001b\[33m\$3 million\u001b\[0m/);
  assert.doesNotMatch(onTerminal({ NO_COLOR: '1' }), /\u001b\[/);
  assert.doesNotMatch(spawnSync(program, ['a.txt'], { cwd: folder, env: plain, encoding: 'utf8' }).stdout, /\u001b\[/);
  rmSync(folder, { recursive: true });
});
