// The native command line as tests use it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the native build is; ctest says which one runs. */
export const build = process.env.COPYDESK_BUILD ?? `${root}build/release`;

/** Reports of many inputs { text, options } in one run, in their order. */
export function nativeReports(inputs) {
  if (inputs.length === 0) return [];
  const lines = inputs.map(({ text, options }) => `${JSON.stringify({ text, ...options })}\n`).join('');
  const { stdout, stderr, error } = spawnSync(`${build}/copydesk`, ['--ndjson'], { input: lines, maxBuffer: 2 ** 30 });
  if (error) throw error;
  const answers = stdout.toString().trimEnd().split('\n');
  if (answers.length !== inputs.length) throw new Error(`${inputs.length} articles in, ${answers.length} reports out: ${stderr}`);
  return answers.map((line) => JSON.parse(line));
}

/** The rules that decided each input's sentence boundaries. */
export function nativeDecisions(inputs) {
  const texts = inputs.map(({ text, options }) => (options.keepQuotesWhole ? `\x01${text}` : text));
  const { stdout, error } = spawnSync(`${build}/tests/boundary_rules`, { input: texts.map((text) => `${text}\0`).join(''), maxBuffer: 2 ** 28 });
  if (error) throw error;
  return stdout.toString().split('\n').slice(0, texts.length).map((line) => line.split(' ').filter(Boolean));
}
