// NDJSON through the native command line: characters a second, for one core and more, and the memory it takes.
//
//   node bench/ndjson.mjs           100 MB of our own articles
//   node bench/ndjson.mjs 1000      a gigabyte
//   node bench/ndjson.mjs 1000 2    with two jobs only
//
// For comparison: the same articles one by one in one process (the engine's own speed, no JSON around it, is what
// bench/engine measures).
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { articles, root } from '../tests/web/inputs.js';

const megabytes = Number(process.argv[2] ?? 100);
const chosen = process.argv[3] ? [Number(process.argv[3])] : [1, availableParallelism()];
const program = process.env.COPYDESK ?? join(root, 'build/release/copydesk');
const lines = articles().map(({ name, text, options }) => `${JSON.stringify({ id: name, text, ...options })}\n`);
const round = Buffer.from(lines.join(''));
const rounds = Math.max(1, Math.round((megabytes * 1e6) / round.length));

/** The most memory that a process has held, in MB (Linux). */
function peakMemory(pid) {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return peak ? Number(peak[1]) / 1024 : NaN;
}

function run(jobs) {
  return new Promise((resolve) => {
    const child = spawn(program, ['--ndjson', '--jobs', String(jobs)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const sink = createWriteStream('/dev/null');
    let memory = 0;
    const watch = setInterval(() => {
      try {
        memory = Math.max(memory, peakMemory(child.pid));
      } catch {
        clearInterval(watch); // it has ended
      }
    }, 50);
    const start = performance.now();
    child.stdout.pipe(sink);
    let left = rounds;
    const feed = () => {
      while (left > 0) if (left--, !child.stdin.write(round)) return void child.stdin.once('drain', feed);
      child.stdin.end();
    };
    feed();
    child.on('close', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, memory });
    });
  });
}

const size = (rounds * round.length) / 1e6;
console.log(`${size.toFixed(0)} MB of NDJSON, ${rounds * lines.length} articles`);
for (const jobs of chosen) {
  const { seconds, memory } = await run(jobs);
  console.log(`--jobs ${jobs}: ${(size / seconds).toFixed(1)} MB/s, ${(size / seconds / jobs).toFixed(1)} MB/s a job, at most ${memory.toFixed(0)} MB of memory`);
}
