// Runs a command in a folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `command` (program and first arguments) says to an invocation: { status, out, err }. */
export function runInvocation(command, { args, stdin = '', files = {} }) {
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (content === null) mkdirSync(join(cwd, name));
      else writeFileSync(join(cwd, name), content);
    }
    const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), ...args], { cwd, input: stdin, encoding: 'utf8' });
    if (error) throw error;
    return { status, out: stdout, err: stderr };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
