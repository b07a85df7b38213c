// The command line of the npm package says what the native one says.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { invocations } from '../cli/invocations.js';
import { runInvocation } from '../cli/run.js';
import { build, root } from '../support/native.js';

for (const invocation of invocations) {
  test(invocation.name, () => {
    const got = runInvocation([process.execPath, join(root, 'dist/cli.js')], invocation);
    if (invocation.natively) assert.deepEqual({ ...got, err: '' }, { status: 2, out: '', err: '' }, got.err);
    else assert.deepEqual(got, runInvocation([join(build, 'copydesk')], invocation));
  });
}
