// Reads one rule table: `#!` lines say what it is, other `#` lines are for people, rows are tab separated.
import { readFileSync } from 'node:fs';

export class RowError extends Error {
  constructor(file, line, text, message) {
    super(message);
    Object.assign(this, { file, line, text });
  }
}

const INTEGER_RANGE = { u8: [0, 255], u16: [0, 65535], u32: [0, 4294967295], i8: [-128, 127], i16: [-32768, 32767], i32: [-2147483648, 2147483647] };
const FIXED = {
  rules: [{ name: 'id', type: 'str' }, { name: 'states', type: 'str' }, { name: 'example', type: 'example' }, { name: 'counter', type: 'example' }],
  features: [{ name: 'group', type: 'str' }, { name: 'values', type: 'words' }, { name: 'states', type: 'str' }, { name: 'example', type: 'example' }],
  weights: [{ name: 'feature', type: 'str' }, { name: 'weight', type: 'i8' }],
};

/** `name:type` or `name:type(a|b|c)`; the first column without a type is the key. */
function parseColumn(spec, file, line) {
  const m = /^([a-z][a-z0-9_]*)(?::([a-z0-9]+)(?:\(([^)]*)\))?)?$/.exec(spec);
  if (!m) throw new RowError(file, line, spec, `a column reads name:type, not ${spec}`);
  const [, name, type = 'word', values] = m;
  const known = ['word', 'key', 'str', 'note', 'example', 'enum', 'flags', 'tags', 'forms', ...Object.keys(INTEGER_RANGE)];
  if (!known.includes(type)) throw new RowError(file, line, spec, `unknown column type ${type}; known: ${known.join(' ')}`);
  return { name, type, values: values ? values.split('|') : [] };
}

export function readTable(path, file) {
  const lines = readFileSync(path, 'utf8').split('\n');
  let kind = null;
  let name = null;
  let columns = null;
  const rows = [];
  lines.forEach((text, i) => {
    const line = i + 1;
    if (text === '' || (text.startsWith('#') && !text.startsWith('#!'))) return;
    if (text.startsWith('#!')) {
      const [word, ...rest] = text.slice(2).trim().split(/\s+/);
      if (['list', 'table', 'rules', 'features', 'weights'].includes(word)) {
        kind = word;
        name = rest[0];
        if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) throw new RowError(file, line, text, `a ${word} needs a name of a-z, 0-9, _`);
        columns = FIXED[kind] ? FIXED[kind].map((c) => ({ ...c, values: [] })) : kind === 'list' ? [{ name: 'word', type: 'word', values: [] }, { name: 'note', type: 'note', values: [] }] : null;
      } else if (word === 'columns') {
        columns = rest.map((s) => parseColumn(s, file, line));
      } else throw new RowError(file, line, text, `unknown directive ${word}; known: list table rules features weights columns`);
      columns?.forEach((c, index) => {
        c.index = index;
        c.isKey = c.type === 'word' || c.type === 'key';
      });
      let form = 0;
      columns?.filter((c) => c.type === 'forms').forEach((c) => (c.form = ++form));
      return;
    }
    if (!kind || !columns) throw new RowError(file, line, text, 'a row before `#! list|table|rules|features|weights` and its columns');
    const cells = text.split('\t');
    if (cells.length > columns.length) throw new RowError(file, line, text, `${cells.length} cells for ${columns.length} columns`);
    const values = columns.map((c, k) => readCell(c, (cells[k] ?? '').trim(), file, line, text));
    rows.push({ line, text, values, index: rows.length });
  });
  if (!kind) throw new RowError(file, 1, '', 'no `#!` line says what this table is');
  if (!rows.length && kind !== 'weights') throw new RowError(file, lines.length, '', 'a table without rows');
  if (kind === 'rules') for (const r of rows) if (!r.values[1] || !r.values[2]) throw new RowError(file, r.line, r.text, 'a rule needs what it states and an example');
  return { file, kind, name, columns, rows, key: columns.find((c) => c.isKey) ?? null };
}

function readCell(column, cell, file, line, text) {
  const fail = (message) => {
    throw new RowError(file, line, text, `column ${column.name}: ${message}`);
  };
  const empty = cell === '' || cell === '-';
  switch (column.type) {
    case 'word':
    case 'key':
      if (cell === '') fail('a key is missing');
      return cell;
    case 'str':
    case 'note':
    case 'example':
      return empty ? '' : cell;
    case 'words':
      return empty ? [] : cell.split(/\s+/);
    case 'enum':
      if (empty && !column.values.includes('-')) {
        if (column.values.includes('none')) return 'none';
        fail(`a value of ${column.values.join('|')} is missing`);
      }
      if (!column.values.includes(cell)) fail(`${cell} is none of ${column.values.join('|')}`);
      return cell;
    case 'flags':
    case 'tags': {
      const flags = empty ? [] : cell.split('|');
      for (const f of flags) if (!column.values.includes(f)) fail(`${f} is none of ${column.values.join('|')}`);
      return flags;
    }
    case 'forms':
      return empty ? [] : cell === '*' ? '*' : cell.split(',').map((s) => s.trim());
    default: {
      const [low, high] = INTEGER_RANGE[column.type];
      const n = empty ? 0 : Number(cell);
      if (!Number.isInteger(n) || n < low || n > high) fail(`${cell} is no integer from ${low} to ${high}`);
      return n;
    }
  }
}
