// How an engine is fetched where compiling it while it arrives fails, or never ends.
import assert from 'node:assert/strict';
import { after, afterEach, mock, test } from 'node:test';
import { compileFrom } from '../../web/fetch.js';

const url = new URL('https://desk.example/copydesk.wasm');
const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const cut = smallest.subarray(0, 6);

/** A server of `bytes` and a browser whose compileStreaming is `streaming`. */
function stand(bytes, streaming) {
  const fetch = mock.method(globalThis, 'fetch', async () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  mock.method(WebAssembly, 'compileStreaming', streaming);
  return fetch;
}
afterEach(() => mock.restoreAll());

// Compiling alone does not keep Node running.
const running = setInterval(() => {}, 1000);
after(() => clearInterval(running));

test('a compilation that never ends is waited for eight seconds; then the bytes are read whole', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const fetch = stand(smallest, () => new Promise(() => {}));
  let module;
  const done = compileFrom(url).then((value) => { module = value; });
  await new Promise(setImmediate);
  t.mock.timers.tick(7999);
  await new Promise(setImmediate);
  assert.equal(fetch.mock.callCount(), 1);
  t.mock.timers.tick(1);
  await done;
  assert.ok(module instanceof WebAssembly.Module);
  assert.equal(fetch.mock.callCount(), 2);
});

test('what a stream that is cut leaves unsaid, its bytes say', async () => {
  stand(cut, async () => { throw new TypeError('out of memory'); });
  await assert.rejects(compileFrom(url), WebAssembly.CompileError);
});

test('bytes that are wrong are not fetched again', async () => {
  const fetch = stand(cut, async () => { throw new WebAssembly.CompileError('bad'); });
  await assert.rejects(compileFrom(url), /bad/);
  assert.equal(fetch.mock.callCount(), 1);
});
