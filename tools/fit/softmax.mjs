// A linear softmax ranker with several right answers, fitted by Adam with an L2 penalty; deterministic.

/**
 * decisions: [{ options: [[feature ids]], right: [boolean] , weight }].  Returns Float64Array of weights.
 * `drop`: the share of a decision's features left out each time it is seen, so that none is leant on alone.
 * `starts`: how many fits, each with its own order and its own features left out, the weights are the mean of.
 */
export function fitSoftmax(decisions, count, { starts = 1, ...settings } = {}) {
  const mean = new Float64Array(count);
  for (let start = 0; start < starts; start++) {
    const w = fitOnce(decisions, count, settings, 12345 + 7919 * start);
    for (let k = 0; k < count; k++) mean[k] += w[k] / starts;
  }
  return mean;
}

function fitOnce(decisions, count, { epochs = 30, rate = 0.05, penalty = 0.5, drop = 0 }, seed) {
  const w = new Float64Array(count);
  const m = new Float64Array(count);
  const v = new Float64Array(count);
  const grad = new Float64Array(count);
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const order = decisions.map((_, i) => i);
  const batch = 64;
  const shrink = penalty / Math.max(1, decisions.length);
  let step = 0;
  const mean = new Float64Array(count);
  const seen = new Uint8Array(count);  // 1 kept, 2 left out
  const keep = (options) => {
    if (!drop) return options;
    for (const f of options) for (const k of f) seen[k] ||= random() < drop ? 2 : 1;
    const kept = options.map((f) => f.filter((k) => seen[k] === 1));
    for (const f of options) for (const k of f) seen[k] = 0;
    return kept;
  };
  let taken = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const lr = rate * (1 - epoch / epochs) + 0.002;
    for (let at = 0; at < order.length; at += batch) {
      const touched = new Set();
      const n = Math.min(batch, order.length - at);
      for (let b = 0; b < n; b++) {
        const d = decisions[order[at + b]];
        const options = keep(d.options);
        const s = options.map((f) => f.reduce((t, k) => t + w[k], 0) / (1 - drop));
        const top = Math.max(...s);
        const e = s.map((x) => Math.exp(x - top));
        const all = e.reduce((a, x) => a + x, 0);
        let good = 0;
        d.right.forEach((r, i) => r && (good += e[i]));
        options.forEach((f, i) => {
          const g = e[i] / all - (d.right[i] ? e[i] / good : 0);
          if (Math.abs(g) < 1e-7) return;
          for (const k of f) {
            grad[k] += (g * (d.weight ?? 1)) / (1 - drop);
            touched.add(k);
          }
        });
      }
      step++;
      const c1 = 1 - 0.9 ** Math.min(step, 1000);
      const c2 = 1 - 0.999 ** Math.min(step, 10000);
      for (const k of touched) {
        const g = grad[k] / n + shrink * w[k] * 8;
        m[k] = 0.9 * m[k] + 0.1 * g;
        v[k] = 0.999 * v[k] + 0.001 * g * g;
        w[k] -= (lr * (m[k] / c1)) / (Math.sqrt(v[k] / c2) + 1e-8);
        grad[k] = 0;
      }
    }
    for (let k = 0; k < count; k++) w[k] *= 1 - Math.min(0.5, shrink * rate * 40);
    if (epoch >= epochs / 2) {
      taken++;
      for (let k = 0; k < count; k++) mean[k] += (w[k] - mean[k]) / taken;
    }
  }
  return mean;
}

export function accuracy(decisions, w) {
  let ok = 0;
  for (const d of decisions) {
    let best = 0;
    let top = -Infinity;
    d.options.forEach((f, i) => {
      const s = f.reduce((t, k) => t + w[k], 0);
      if (s > top) [top, best] = [s, i];
    });
    ok += d.right[best];
  }
  return decisions.length ? ok / decisions.length : 0;
}
