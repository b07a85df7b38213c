// The package's front end in Node: loading, options, errors, memory.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as core from '../../dist/core-node.js';
import * as inline from '../../dist/inline.js';
import * as bring from '../../dist/module.js';
import { CopydeskError, load } from '../../dist/node.js';
import { articles, awkward, root } from './inputs.js';

const wasm = new URL('../../dist/copydesk.wasm', import.meta.url);

test('load is shared', async () => {
  assert.equal(load(), load());
  assert.equal(await load(), await load());
});

test('every entry gives the same report', async () => {
  const { text, options } = articles()[0];
  const module = await WebAssembly.compile(await readFile(wasm));
  const want = (await load()).analyze(text, options);
  for (const desk of [await inline.load(), await core.load(), await bring.load({ module }), await load({ module })])
    assert.deepEqual(desk.analyze(text, options), want);
});

test('a module is asked for where none can be found', async () => {
  await assert.rejects(bring.load(), { name: 'CopydeskError', code: 'load-failed' });
  await assert.rejects(load({ module: {} }), { name: 'CopydeskError', code: 'load-failed' });
});

/** What `load` says in a Node of its own with these switches. */
function loadUnder(...switches) {
  const code = "import('./dist/node.js').then(({ load }) => load()).then((desk) => desk.analyze('It cost $5.').numbers[0].value).catch(({ name, code, message }) => [name, code, message].join(' | ')).then(console.log)";
  return spawnSync(process.execPath, [...switches, '-e', code], { cwd: root, encoding: 'utf8' }).stdout.trim();
}

test('runs where there is no wasm SIMD', () => {
  const without = ['--no-enable-sse4-1', '--no-enable-sse4-2', '--no-enable-avx', '--no-enable-avx2'];
  // (func (result v128) (i8x16.splat (i32.const 15)))
  const has = "console.log(WebAssembly.validate(Buffer.from('0061736d010000000105016000017b030201000a08010600410ffd0f0b', 'hex')))";
  assert.equal(spawnSync(process.execPath, ['-e', has], { encoding: 'utf8' }).stdout.trim(), 'true');
  assert.equal(spawnSync(process.execPath, [...without, '-e', has], { encoding: 'utf8' }).stdout.trim(), 'false');
  assert.equal(loadUnder(...without), '5');
});

test('memory that is refused is named', () => {
  assert.match(loadUnder('--wasm-max-mem-pages=16'), /^CopydeskError \| out-of-memory \| .*refused it memory.*Close what holds much/);
});

test('where there is no WebAssembly, the error says so', () => {
  assert.match(loadUnder('--jitless', '--no-warnings'), /^CopydeskError \| load-failed \| .*no WebAssembly here/);
});

test('an engine cut short, or of another version, is refused', async () => {
  const bytes = await readFile(wasm);
  const { customSections } = WebAssembly.Module;
  const [section] = customSections(await WebAssembly.compile(bytes), 'copydesk');
  assert.match(Buffer.from(section).toString(), /^copydesk \d+\.\d+\.\d+ \([0-9a-f]{12}\)$/);
  const stampless = bytes.subarray(0, bytes.length - section.byteLength - 11);
  await assert.rejects(load({ module: await WebAssembly.compile(stampless) }), { code: 'load-failed', message: /of no known version.*same version/ });
  await assert.rejects(bring.load({ module: await WebAssembly.compile(await readFile(new URL('../../dist/core.wasm', import.meta.url))) }), { code: 'load-failed', message: /same version/ });
});

test('reports are plain data', async () => {
  const report = (await load()).analyze(articles()[0].text);
  assert.deepEqual(structuredClone(report), report);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('options that make no sense are named', async () => {
  const desk = await load();
  for (const options of [{ reference: 5 }, { reference: new Date(0) }, { timeZone: {} }])
    assert.throws(() => desk.analyze('A text.', options), (error) => error instanceof CopydeskError && error.code === 'invalid-option');
  for (const text of [undefined, null, 5, {}])
    assert.throws(() => desk.analyze(text), (error) => error instanceof CopydeskError && error.code === 'invalid-option');
});

/** Every { start, end, text } in a report. */
function* placed(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.start === 'number') yield value;
  for (const inner of Object.values(value)) yield* placed(inner);
}

test('a span is where it says, in any string', async () => {
  const desk = await load();
  for (const { name, text } of [...articles(), ...awkward]) {
    for (const span of placed(desk.analyze(text))) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, name);
      if (span.text !== undefined) assert.equal(span.text, text.slice(span.start, span.end), name);
    }
  }
});

test('memory is flat over many analyses', async () => {
  const module = await WebAssembly.compile(await readFile(wasm));
  let memory;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    memory = Object.values(instance.exports).find((item) => item instanceof WebAssembly.Memory);
    return instance;
  };
  const desk = await load({ module });
  WebAssembly.instantiate = instantiate;
  const texts = articles();
  const round = () => texts.forEach(({ text, options }) => desk.analyze(text, options));
  for (let i = 0; i < 20; ++i) round();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 500; ++i) round();
  assert.equal(memory.buffer.byteLength, before);
});

test('the heap is flat over many reports', () => {
  const code = `
    const { load } = await import('./dist/node.js');
    const { readFileSync } = await import('node:fs');
    const desk = await load();
    const text = readFileSync('examples/articles/flood-casanare-valley.txt', 'utf8');
    const round = (count) => { for (let i = 0; i < count; i++) desk.analyze(text); gc(); return process.memoryUsage().heapUsed; };
    round(200);
    const before = round(200);
    console.log(round(1000) - before);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  assert.ok(Number(stdout) < 300_000, `${stdout} bytes more after 1,000 reports ${stderr}`);
});
