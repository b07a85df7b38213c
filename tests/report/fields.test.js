// The report's fields are named in four places: src/report/fields.h, web/decode.js, web/index.d.ts and
// docs/report.schema.json.  Here they must agree, on reports that have everything and nothing.
//
//   node --test tests/report     after a release build; COPYDESK_SAMPLES names the program otherwise
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import typescript from 'typescript';
import { decode } from '../../web/decode.js';

const ts = typescript;
const root = new URL('../../', import.meta.url);
const program = process.env.COPYDESK_SAMPLES ?? fileURLToPath(new URL('build/release/tests/report_samples', root));
const schema = JSON.parse(readFileSync(new URL('docs/report.schema.json', root)));

const lines = execFileSync(program, { encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
const samples = [];
for (let i = 0; i < lines.length; i += 4) {
  samples.push({
    text: JSON.parse(lines[i]),
    json: lines[i + 1],
    words: Int32Array.from(JSON.parse(lines[i + 2])),
    strings: new TextEncoder().encode(JSON.parse(lines[i + 3])),
  });
}

/** What the schema says of the object or value that `node` stands for. */
function resolve(node) {
  if (node.$ref) return resolve(schema.$defs[node.$ref.split('/').pop()]);
  if (node.anyOf) return resolve(node.anyOf.find((option) => option.type !== 'null'));
  return node;
}

/** The members of an interface of index.d.ts, inherited ones first: name → { optional, type }. */
const types = ts.createSourceFile('index.d.ts', readFileSync(new URL('web/index.d.ts', root), 'utf8'), ts.ScriptTarget.Latest, true);
const interfaces = new Map(types.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));
function membersOf(name) {
  const members = new Map();
  const node = interfaces.get(name);
  for (const { types: parents } of node.heritageClauses ?? [])
    for (const parent of parents) {
      const partial = parent.expression.getText() === 'Partial';
      const from = partial ? parent.typeArguments[0].getText() : parent.expression.getText();
      for (const [key, member] of membersOf(from)) members.set(key, { ...member, optional: partial || member.optional });
    }
  for (const member of node.members) members.set(member.name.getText(), { optional: Boolean(member.questionToken), type: member.type });
  return members;
}
/** The literals of a union type, sorted; none for other types. */
function literals(type) {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literals).sort();
  if (ts.isLiteralTypeNode(type)) return [type.literal.kind === ts.SyntaxKind.NullKeyword ? null : type.literal.text];
  if (ts.isTypeReferenceNode(type)) {
    const alias = types.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === type.getText());
    return alias ? literals(alias.type) : [];
  }
  return [];
}

test('decode gives what to_json writes', () => {
  for (const { text, json, words, strings } of samples) assert.equal(JSON.stringify(decode(words, strings, text)), json);
});

test('every report fits the schema', () => {
  const validate = new Ajv({ strict: true, strictRequired: false }).compile(schema);
  for (const { json } of samples) assert.ok(validate(JSON.parse(json)), JSON.stringify(validate.errors));
});

test('the schema has no field and no enumerator that the engine never writes', () => {
  const seen = new Set();
  const walk = (node, value, path) => {
    if (value === undefined) return;
    if (node.enum) seen.add(`${path}=${value}`);
    const target = resolve(node);
    if (target.enum) seen.add(`${path}=${value}`);
    if (value === null) return;
    if (target.type === 'array') for (const item of value) walk(target.items, item, path);
    for (const [key, property] of Object.entries(target.properties ?? {})) {
      if (key in value) seen.add(`${path}.${key}`);
      walk(property, value[key], `${path}.${key}`);
    }
  };
  for (const { json } of samples) walk(schema, JSON.parse(json), '');
  const expect = (node, path) => {
    const target = resolve(node);
    for (const name of target.enum ?? []) assert.ok(seen.has(`${path}=${name}`), `${path}: ${name} was never written`);
    if (target.type === 'array') expect(target.items, path);
    for (const [key, property] of Object.entries(target.properties ?? {})) {
      assert.ok(seen.has(`${path}.${key}`), `${path}.${key} was never written`);
      expect(property, `${path}.${key}`);
    }
  };
  expect(schema, '');
});

test('index.d.ts and the schema name the same fields and words', () => {
  const pairs = new Map([['Report', schema], ...Object.entries(schema.$defs).filter(([name, node]) => node.properties && name !== 'Base')]);
  for (const [name, node] of pairs) {
    const members = membersOf(name);
    const sorted = (names) => [...names].sort();
    assert.deepEqual(sorted(members.keys()), sorted(Object.keys(node.properties)), name);
    const optional = [...members].filter(([, member]) => member.optional).map(([key]) => key);
    assert.deepEqual(sorted(optional), sorted(Object.keys(node.properties).filter((key) => !node.required.includes(key))), `${name}: optional fields`);
    for (const [key, member] of members) {
      const words = resolve(node.properties[key]).enum;
      if (words) assert.deepEqual(literals(member.type), [...words].sort(), `${name}.${key}`);
    }
  }
});

test('index.d.ts compiles', () => {
  const files = ['web/index.d.ts', 'web/worker.d.ts'].map((name) => fileURLToPath(new URL(name, root)));
  const program_ = ts.createProgram(files, { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] });
  assert.deepEqual(ts.getPreEmitDiagnostics(program_).map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' ')), []);
});
