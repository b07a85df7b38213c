// NDJSON through the native command line: characters a second, for one core and more, and the memory it takes.
//
//   node bench/ndjson.mjs           100 MB of our own articles
//   node bench/ndjson.mjs 1000      a gigabyte
//   node bench/ndjson.mjs 1000 2    with two jobs only
//
// Beside it: the engine alone on the same articles, one after the other (bench/engine, the median of 300 runs each,
// no JSON around it). Speeds are those of processor time, so that another program's work does not count; "of the
// engine" says what share of the engine's own speed is left with JSON read and reports written.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
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
  return peak ? Number(peak[1]) / 1024 : 0; // it has ended
}

/** Seconds of processor time that a process has taken (Linux). */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** MB of article text a second, the engine alone. */
function engineSpeed() {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-ndjson-'));
  let bytes = 0;
  let nanoseconds = 0;
  for (const { text } of articles()) {
    const file = join(folder, 'article.txt');
    writeFileSync(file, text);
    const said = JSON.parse(execFileSync(join(root, 'build/release/bench/copydesk_bench'), [file, '300']));
    bytes += said.bytes;
    nanoseconds += said.quartiles[1];
  }
  rmSync(folder, { recursive: true });
  return bytes / 1e6 / (nanoseconds / 1e9);
}

function run(jobs) {
  return new Promise((resolve) => {
    const child = spawn(program, ['--ndjson', '--jobs', String(jobs)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const sink = createWriteStream('/dev/null');
    let memory = 0;
    let processor = 0;
    const watch = setInterval(() => {
      try {
        memory = Math.max(memory, peakMemory(child.pid));
        processor = Math.max(processor, processorTime(child.pid));
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
      resolve({ seconds: (performance.now() - start) / 1000, processor, memory });
    });
  });
}

const size = (rounds * round.length) / 1e6;
const textShare = articles().reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / round.length;
const engine = engineSpeed();
console.log(`${size.toFixed(0)} MB of NDJSON, ${rounds * lines.length} articles; the engine alone: ${engine.toFixed(1)} MB/s of text`);
for (const jobs of chosen) {
  const { seconds, processor, memory } = await run(jobs);
  const core = size / processor;
  console.log(`--jobs ${jobs}: ${(size / seconds).toFixed(1)} MB/s, ${core.toFixed(1)} MB/s a core (${((100 * core * textShare) / engine).toFixed(0)} % of the engine), at most ${memory.toFixed(0)} MB of memory`);
}
