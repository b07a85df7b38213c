// Runs the commands of the developer's scripts, and says which step is on.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** How many compilers run at once. `COPYDESK_JOBS` overrides. */
export const jobs = Number(process.env.COPYDESK_JOBS) || availableParallelism();

/** A failure whose message says it all; a stack trace would only hide it. */
export class Expected extends Error {}

/** A command that failed; `output` is what it printed. */
export class CommandFailed extends Expected {
  constructor(command, status, output) {
    super(`${command} failed (${status})`);
    this.output = output;
  }
}

/** Prints a step on standard error, where it is in nobody's way. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a command to its end. Its output is kept and printed only when it fails, unless `show` lets it
 * through. `env` is added to the environment, `input` is its standard input, `slow` is said when it takes
 * more than a second.
 * @returns {Promise<string>} standard output (empty with `show`)
 */
export function run(command, args, { show = false, quiet = false, env = {}, cwd = root, input, slow } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const timer = slow && setTimeout(() => say(slow), 1000);
    const out = [];
    const all = [];
    child.stdout?.on('data', (data) => {
      out.push(data);
      all.push(data);
    });
    child.stderr?.on('data', (data) => all.push(data));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new CommandFailed(command, error.message, ''));
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) return resolve(Buffer.concat(out).toString());
      const output = Buffer.concat(all).toString();
      if (!show && !quiet) process.stderr.write(output);
      reject(new CommandFailed([command, ...args].join(' '), signal ?? `status ${status}`, output));
    });
  });
}

/** Configures a preset of CMakePresets.json; its build and its tests run this Node, not another on the machine. */
export const configure = (preset, options = {}) =>
  run('cmake', ['--preset', preset, `-DNODE_EXECUTABLE=${process.execPath}`], options);

/** Is the module at `url` the script that Node was started with? */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1]);
}

/** Runs a script's work; a failure becomes an exit status. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(error instanceof Expected ? error.message : error.stack);
    process.exitCode = 1;
  }
}
