// Finds the weights of src/blocks from annotated pages and writes them as rows.
//
//   node tools/fit/fit-blocks.mjs --dump build/release/dump_blocks --out rules/en/blocks \
//        --pages zyte.jsonl --pages readability.jsonl --segments trafilatura.jsonl --titles htmldate.jsonl --clean polnear.jsonl
//
// --pages have every line marked ("body", "captions"), --segments some phrases ("must", "mustNot", "comments"), --titles only a
// headline ("meta.headline"), --own is tests/pages (its held-out half is left alone), --clean are articles without a page: their long lines are body.  Deterministic: full batches, no
// random numbers.  --folds N measures instead of writing: each N-th of the pages by weights fitted on the others.  --only line|title|head.
// --leave 2/4 writes what is fitted without the third of four parts: tools/fit/cross-blocks.mjs measures with those.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCALE = 8; // a weight of 1 is written as 8
const ROUNDS = 200;

const SOFT = { line: 1, title: 1, day: 1, author: 0.3 }; // strength of the pull towards 0

// What a page weighs as evidence of headlines: our own are all news, and short.
const TITLE_WEIGHT = { own: 0.1, pages: 1, segments: 1, titles: 1, clean: 0.1 };

const args = { own: [], pages: [], segments: [], titles: [], clean: [], folds: null, leave: null, only: null, doubt: 0, out: null, dump: null };
for (let i = 2; i < process.argv.length; i += 2) {
  const key = process.argv[i].replace(/^--/, '');
  if (!(key in args)) throw new Error(`unknown option --${key}`);
  if (Array.isArray(args[key])) args[key].push(process.argv[i + 1]);
  else args[key] = process.argv[i + 1];
}

const readRows = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));

/** The pages of tests/pages that are not held out, in the shape of the others. */
function readOwn(path) {
  const heldOut = new Set(readFileSync(join(path, 'HELDOUT'), 'utf8').split('\n').map((l) => l.trim()));
  const body = ['paragraph', 'list-item', 'subheading', 'quote-block', 'table'];
  return readdirSync(path)
    .filter((name) => !heldOut.has(name) && existsSync(join(path, name, 'labels.tsv')))
    .map((name) => {
      const text = readFileSync(join(path, name, 'page.txt'), 'utf8');
      const labels = new Map(readFileSync(join(path, name, 'labels.tsv'), 'utf8').split('\n').map((l) => l.trim().split('\t')));
      const head = JSON.parse(readFileSync(join(path, name, 'head.json'), 'utf8'));
      const spans = { body: [], captions: [] };
      let at = 0;
      text.split('\n').forEach((line, i) => {
        const kind = labels.get(String(i + 1));
        if (body.includes(kind)) spans.body.push([at, at + line.length]);
        if (kind === 'caption' || kind === 'credit') spans.captions.push([at, at + line.length]);
        at += line.length + 1;
      });
      const meta = { headline: head.headline, authors: head.authors, publishedDays: [head.published?.slice(0, 10)] };
      const visible = { ...(head.authors?.length && { authors: true }), ...(head.published && { published: true }) };
      return { id: name, text, ...spans, meta, visible };
    });
}

const fold = (s) =>
  (s ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

const FREE = 2;

/** What each line is: 1 body, 0 not, FREE unknown. */
function labelLines(kind, gold, lines) {
  const within = (spans, [s, e]) => (spans ?? []).some(([a, b]) => a <= s && e <= b + 1);
  const touches = (spans, [s, e]) => (spans ?? []).some(([a, b]) => a < e && s < b);
  return lines.map((line) => {
    if (kind === 'pages' || kind === 'own') {
      if (touches(gold.captions, line)) return FREE;
      return touches(gold.body, line) ? 1 : 0;
    }
    if (kind === 'segments') {
      if (touches(gold.must, line)) return 1;
      return touches(gold.mustNot, line) || touches(gold.comments, line) ? 0 : FREE;
    }
    if (kind === 'clean') return line.text.split(/\s+/).length >= 14 && /[.?!]["”’')]*$/.test(line.text) ? 1 : FREE;
    return FREE;
  });
}

/** Candidates for the headline that are it; null when the page cannot teach. */
function titleLabels(kind, gold, lines) {
  const want = fold(gold.meta?.headline);
  if (want) {
    const right = lines.map((l) => l.titleFeatures.length > 0 && fold(l.text) === want);
    return right.some(Boolean) ? right : null;
  }
  if (kind === 'clean' && lines.slice(0, 2).every((l) => /[.?!]["”’')]*$/.test(l.text))) return lines.map(() => false);
  return null;
}

const name = (s) => fold(s.replace(/^\s*(by|from)\s+/i, '').replace(/\s*[([|,].*$/, ''));

/** The days found and whether each is the day of publication; null when the page cannot teach. */
function dayLabels(gold, days) {
  if (!gold.visible?.published) return null;
  const right = days.map((d) => !d.updates && gold.meta.publishedDays.includes(d.day.slice(0, 10)));
  return right.some(Boolean) ? right : null;
}

/** Whether each group of names holds an author of the article; null when the page cannot teach. */
function authorLabels(gold, groups) {
  if (!gold.visible?.authors) return null;
  const wanted = new Set(gold.meta.authors.map(name));
  return groups.map((g) => g.names.some((n) => wanted.has(name(n))));
}

let names = null;
const documents = [];
for (const kind of ['own', 'pages', 'segments', 'titles', 'clean'])
  for (const path of args[kind]) {
    const golds = kind === 'own' ? readOwn(path) : readRows(path);
    const input = golds.map((g) => JSON.stringify({ id: g.id, text: g.text }) + '\n').join('');
    const output = execFileSync(args.dump, { input, maxBuffer: 1 << 30 }).toString();
    const seen = output.split('\n').filter(Boolean).map((l) => JSON.parse(l));
    names ??= seen[0].names;
    golds.forEach((gold, k) => {
      const lines = seen[k].lines.map((l) => Object.assign([l[0], l[1]], { features: l[3], titleFeatures: l[4], text: gold.text.slice(l[0], l[1]) }));
      if (lines.length < 2) return;
      const days = seen[k].days.map(([day, updates, features]) => ({ day, updates, features }));
      const groups = seen[k].authors.map(([spans, features]) => ({ names: spans.map(([a, b]) => gold.text.slice(a, b)), features }));
      documents.push({ days, dayLabels: dayLabels(gold, days), groups, authorLabels: authorLabels(gold, groups), kind, set: path.replace(/.*\/|\.jsonl$/g, ''), place: k, gold, id: gold.id, lines, labels: labelLines(kind, gold, lines), titles: titleLabels(kind, gold, lines), weight: kind === 'clean' ? 0.25 : 1 });
    });
  }
console.error(`${documents.length} documents, ${documents.reduce((n, d) => n + d.lines.length, 0)} lines`);

/** Adam on full batches; `gradient(w, g)` adds the gradient of the log-likelihood to g. */
function ascend(size, soft, gradient) {
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  for (let t = 1; t <= ROUNDS; ++t) {
    const g = new Float64Array(size);
    gradient(w, g);
    const rate = 0.1 * Math.min(1, (ROUNDS - t) / (ROUNDS / 2) + 0.05);
    for (let i = 0; i < size; ++i) {
      g[i] -= 2 * soft * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
      w[i] += (rate * (m[i] / (1 - 0.9 ** t))) / (Math.sqrt(v[i] / (1 - 0.99 ** t)) + 1e-8);
    }
  }
  return w;
}

const add2 = (a, b) => (a === -Infinity ? b : b === -Infinity ? a : a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b)));

// The chain of src/blocks/chain.cpp.  States: 0 before, 1 body, 2 gap, 3 after.  Parts: furniture, start, into, out, end.
const PARTS = ['', '_start', '_into', '_out', '_end'];
const MOVES = [
  [0, 0, -1],
  [0, 1, 1],
  [1, 1, -1],
  [1, 2, 2],
  [2, 2, -1],
  [2, 1, 3],
  [1, 3, 4],
  [3, 3, -1],
];
const LAST = [0, 0, -Infinity, 0];

/**
 * Forward-backward with the states `allowed`; adds sign × expected counts to g.  False when no way through is allowed.
 * `factors` are exp(score) for each line and part; every line's sums are scaled to 1, so that no page is too long.
 */
function chain(doc, factors, allowed, sign, g, size) {
  const n = doc.lines.length;
  const A = new Float64Array(4 * n);
  const B = new Float64Array(4 * n);
  const at = (i, to, part) => (to === 1 ? 1 : factors[5 * i]) * (part > 0 ? factors[5 * i + part] : 1);
  const scale = (X, i) => {
    const sum = X[4 * i] + X[4 * i + 1] + X[4 * i + 2] + X[4 * i + 3];
    for (let s = 0; s < 4; ++s) X[4 * i + s] /= sum;
    return sum;
  };
  for (let i = 0; i < n; ++i) {
    for (const [from, to, part] of MOVES) {
      if (!allowed(i, to)) continue;
      const before = i === 0 ? Number(from === 0) : A[4 * (i - 1) + from];
      A[4 * i + to] += before * at(i, to, part);
    }
    if (!(scale(A, i) > 0)) return false;
  }
  for (let s = 0; s < 4; ++s) B[4 * (n - 1) + s] = Number(LAST[s] === 0);
  for (let i = n - 1; i > 0; --i) {
    for (const [from, to, part] of MOVES) if (allowed(i, to)) B[4 * (i - 1) + from] += B[4 * i + to] * at(i, to, part);
    if (!(scale(B, i - 1) > 0)) return false;
  }
  const ways = new Float64Array(MOVES.length);
  const expect = new Float64Array(5);
  for (let i = 0; i < n; ++i) {
    let total = 0;
    MOVES.forEach(([from, to, part], k) => {
      const before = i === 0 ? Number(from === 0) : A[4 * (i - 1) + from];
      total += ways[k] = allowed(i, to) ? before * at(i, to, part) * B[4 * i + to] : 0;
    });
    if (!(total > 0)) return false;
    expect.fill(0);
    MOVES.forEach(([, to, part], k) => {
      const p = ways[k] / total;
      if (to !== 1) expect[0] += p;
      if (part > 0) expect[part] += p;
    });
    for (let part = 0; part < 5; ++part)
      if (expect[part] > 1e-9) for (const f of doc.lines[i].features) g[part * size + f] += sign * doc.weight * expect[part];
  }
  return true;
}

function fitLines(from) {
  const size = names.line.length;
  const docs = from.filter((d) => d.labels.some((l) => l !== FREE));
  return ascend(5 * size, SOFT.line, (w, g) => {
    for (const doc of docs) {
      const factors = new Float64Array(5 * doc.lines.length);
      doc.lines.forEach((line, i) => {
        for (let part = 0; part < 5; ++part) for (const f of line.features) factors[5 * i + part] += w[part * size + f];
      });
      for (let i = 0; i < factors.length; ++i) factors[i] = Math.exp(factors[i]);
      const fits = (i, state) => doc.labels[i] === FREE || (doc.labels[i] === 1) === (state === 1);
      const gold = new Float64Array(5 * size);
      if (!chain(doc, factors, fits, 1, gold, size)) continue;
      for (let i = 0; i < g.length; ++i) g[i] += gold[i];
      chain(doc, factors, () => true, -1, g, size);
    }
  });
}

function fitTitles(from) {
  const size = names.title.length;
  const docs = from.filter((d) => d.titles);
  return ascend(size, SOFT.title, (w, g) => {
    for (const doc of docs) {
      const sums = doc.lines.map((l) => (l.titleFeatures.length ? l.titleFeatures.reduce((s, f) => s + w[f], 0) : -Infinity));
      const none = !doc.titles.some(Boolean);
      let all = 0; // no headline
      let right = none ? 0 : -Infinity;
      sums.forEach((s, i) => {
        all = add2(all, s);
        if (doc.titles[i]) right = add2(right, s);
      });
      doc.lines.forEach((line, i) => {
        if (!line.titleFeatures.length) return;
        const p = (doc.titles[i] ? Math.exp(sums[i] - right) : 0) - Math.exp(sums[i] - all);
        if (Math.abs(p) > 1e-9) for (const f of line.titleFeatures) g[f] += TITLE_WEIGHT[doc.kind] * p;
      });
    }
  });
}

/** One choice of several, or none: candidates with features, and which are right. */
function fitChoice(size, soft, from, choice) {
  const docs = from.map(choice).filter((c) => c.right && c.features.length);
  return ascend(size, soft, (w, g) => {
    for (const { features, right } of docs) {
      const sums = features.map((ids) => ids.reduce((s, f) => s + w[f], 0));
      let all = 0;
      let good = right.some(Boolean) ? -Infinity : 0;
      sums.forEach((s, i) => {
        all = add2(all, s);
        if (right[i]) good = add2(good, s);
      });
      features.forEach((ids, i) => {
        const p = (right[i] ? Math.exp(sums[i] - good) : 0) - Math.exp(sums[i] - all);
        if (Math.abs(p) > 1e-9) for (const f of ids) g[f] += p;
      });
    }
  });
}
const fitDays = (from) =>
  fitChoice(names.day.length, SOFT.day, from, (d) => {
    const kept = d.days.map((_, i) => i).filter((i) => !d.days[i].updates);
    return { features: kept.map((i) => d.days[i].features), right: d.dayLabels && kept.map((i) => d.dayLabels[i]) };
  });
const fitAuthors = (from) => fitChoice(names.author.length, SOFT.author, from, (d) => ({ features: d.groups.map((x) => x.features), right: d.authorLabels }));

function write(name, featureNames, weights) {
  const rows = featureNames
    .map((f, i) => [f, weights[i]])
    .filter(([, w]) => w !== 0)
    .map(([f, w]) => `${f}\t${w}\n`);
  writeFileSync(join(args.out, `${name}.weights.tsv`), `# Written by tools/fit/fit-blocks.mjs; a weight of ${SCALE} is one unit of log-odds.\n# Fitted on the seen half of tests/pages, zyte, readability, trafilatura, htmldate, postlight and 329 clean articles (dev halves).\n# Measured on pages not seen by tools/fit/cross-blocks.mjs: docs/article.md has the figures.\n#! weights ${name}\n${rows.join('')}`);
}

const whole = (w) => w.map((x) => Math.max(-127, Math.min(127, Math.round(x * SCALE))));

/** src/blocks/chain.cpp: for each line, the best reading with it in the body less the best one without. */
function bodyMargins(doc, w) {
  const size = names.line.length;
  const n = doc.lines.length;
  const scores = doc.lines.map((l) => PARTS.map((_, part) => l.features.reduce((s, f) => s + w[part * size + f], 0)));
  const at = (i, to, part) => (to === 1 ? 0 : scores[i][0]) + (part > 0 ? scores[i][part] : 0);
  const reached = [];
  let column = [0, -Infinity, -Infinity, -Infinity];
  for (let i = 0; i < n; ++i) {
    const next = [-Infinity, -Infinity, -Infinity, -Infinity];
    for (const [from, to, part] of MOVES) next[to] = Math.max(next[to], column[from] + at(i, to, part));
    reached.push((column = next));
  }
  let rest = LAST;
  const margins = [];
  for (let i = n; i-- > 0; ) {
    const sums = reached[i].map((x, s) => x + rest[s]);
    margins[i] = sums[1] - Math.max(sums[0], sums[2], sums[3]);
    const back = [-Infinity, -Infinity, -Infinity, -Infinity];
    for (const [from, to, part] of MOVES) back[from] = Math.max(back[from], rest[to] + at(i, to, part));
    rest = back;
  }
  return margins;
}

/** As eval/score_article.py counts: body F1 of pages, and whether a long body line is lost. */
function judgePage(doc, margins) {
  const ink = (line) => line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  let [tp, fp, fn, lost] = [0, 0, 0, false];
  doc.lines.forEach((line, i) => {
    const said = margins[i] >= -Number(args.doubt);
    if (doc.labels[i] === 1 && said) tp += ink(line);
    if (doc.labels[i] === 1 && !said) fn += ink(line), (lost ||= line.text.length > 80);
    if (doc.labels[i] === 0 && said) fp += ink(line);
  });
  return { f1: tp ? (200 * tp) / (2 * tp + fp + fn) : 0, lost, tp, fp, fn };
}

function crossFit(folds) {
  const results = new Map();
  const note = (key, value) => results.set(key, [...(results.get(key) ?? []), value]);
  for (let fold = 0; fold < folds; ++fold) {
    const seen = documents.filter((d) => d.place % folds !== fold);
    const unseen = documents.filter((d) => d.place % folds === fold);
    if (!args.only || args.only === 'title') {
      const w = whole(fitTitles(seen));
      for (const doc of unseen.filter((d) => d.titles)) {
        let best = -1;
        let most = 0;
        doc.lines.forEach((l, i) => {
          const sum = l.titleFeatures.length ? l.titleFeatures.reduce((s, f) => s + w[f], 0) : -1;
          if (sum > most) [most, best] = [sum, i];
        });
        note(`${doc.set} headline`, 100 * (best < 0 ? !doc.titles.some(Boolean) : doc.titles[best]));
        if (process.env.SHOW && !(best < 0 ? !doc.titles.some(Boolean) : doc.titles[best])) console.log(doc.id, '|', doc.gold.meta?.headline, '|', doc.lines[best]?.text.slice(0, 80), most);
      }
    }
    if (!args.only || args.only === 'head') {
      const choose = (w, candidates) => candidates.reduce((best, c, i) => {
          const sum = c.features.reduce((s, f) => s + w[f], 0);
          return sum > best[0] ? [sum, i] : best;
        }, [0, -1])[1];
      const wd = whole(fitDays(seen));
      const wa = whole(fitAuthors(seen));
      for (const doc of unseen) {
        if (doc.gold.visible?.published) {
          const i = choose(wd, doc.days.filter((d) => !d.updates));
          const said = i < 0 ? null : doc.days.filter((d) => !d.updates)[i].day;
          const right = said && doc.gold.meta.publishedDays.includes(said.slice(0, 10));
          note(`${doc.set} published`, 100 * Boolean(right));
          if (process.env.SHOW && !right) console.log(doc.id, 'PUB', doc.gold.meta.publishedDays, said, doc.days.map((d) => d.day + (d.updates ? 'u' : '')).slice(0, 6).join(' '));
        }
        if (doc.gold.visible?.authors) {
          const i = choose(wa, doc.groups);
          const wanted = new Set(doc.gold.meta.authors.map(name));
          const said = new Set(i < 0 ? [] : doc.groups[i].names.map(name));
          const tp = [...said].filter((x) => wanted.has(x)).length;
          note(`${doc.set} names F1`, [tp, said.size - tp, wanted.size - tp]);
          if (process.env.SHOW && (tp < wanted.size || tp < said.size)) console.log(doc.id, 'AUT', [...wanted], [...said], doc.groups.some((g) => g.names.some((x) => wanted.has(name(x)))));
        }
      }
    }
    if (args.only === 'title' || args.only === 'head') continue;
    const w = whole(fitLines(seen));
    for (const doc of unseen) {
      if (doc.labels.every((l) => l === FREE)) continue;
      const { f1, lost, tp, fp, fn } = judgePage(doc, bodyMargins(doc, w));
      if (doc.kind === 'segments') {
        note(`${doc.set} phrases F1`, [tp, fp, fn]);
      } else {
        note(`${doc.set} body F1`, f1);
        note(`${doc.set} nothing lost`, 100 * !lost);
      }
      if (process.env.SHOW && doc.kind === 'pages' && f1 < 93) console.log(doc.id, f1.toFixed(1), lost);
    }
  }
  for (const [key, values] of results) {
    const sum = (k) => values.reduce((s, v) => s + v[k], 0);
    const mean = Array.isArray(values[0]) ? (200 * sum(0)) / (2 * sum(0) + sum(1) + sum(2)) : values.reduce((s, v) => s + v, 0) / values.length;
    console.log(key.padEnd(28), mean.toFixed(2), values.length);
  }
}

if (args.folds) {
  crossFit(Number(args.folds));
} else {
  if (args.leave) {
    const [left, folds] = args.leave.split('/').map(Number);
    documents.splice(0, documents.length, ...documents.filter((d) => d.place % folds !== left));
  }
  const all = (part) => !args.only || args.only === part;
  if (all('title')) write('title', names.title, whole(fitTitles(documents)));
  if (all('head')) {
    write('day', names.day, whole(fitDays(documents)));
    write('author', names.author, whole(fitAuthors(documents)));
  }
  if (all('line')) {
    const w = whole(fitLines(documents));
    PARTS.forEach((part, k) => write('line' + part, names.line, w.subarray(k * names.line.length, (k + 1) * names.line.length)));
  }
}
