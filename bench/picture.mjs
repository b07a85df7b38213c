// The bench as a picture: a bar for each row on a logarithmic scale, its quartiles as a line across the end.

const [left, right, top, step, width] = [330, 70, 46, 26, 860];
const escape = (text) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const shown = (value) => (value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(1) : value.toFixed(3));

/** @param {[string, { low: number, middle: number, high: number }][]} rows millions of characters a second */
export function picture(rows) {
  const least = Math.floor(Math.log10(Math.min(...rows.map(([, { low }]) => low))));
  const most = Math.ceil(Math.log10(Math.max(...rows.map(([, { high }]) => high))));
  const x = (value) => left + ((Math.log10(value) - least) / (most - least)) * (width - left - right);
  const height = top + rows.length * step + 20;
  const lines = [];
  for (let power = least; power <= most; ++power) {
    const at = x(10 ** power).toFixed(1);
    lines.push(`<line x1="${at}" y1="${top - 8}" x2="${at}" y2="${height - 14}" class="grid"/>`, `<text x="${at}" y="${top - 14}" class="scale">${10 ** power}</text>`);
  }
  rows.forEach(([name, { low, middle, high }], at) => {
    const y = top + at * step;
    const across = y + step / 2 - 3;
    lines.push(
      `<text x="${left - 10}" y="${y + 14}" class="name">${escape(name)}</text>`,
      `<rect x="${left}" y="${y}" width="${(x(middle) - left).toFixed(1)}" height="${step - 6}" class="${name.startsWith('copydesk') ? 'ours' : 'peer'}"/>`,
      `<line x1="${x(low).toFixed(1)}" y1="${across}" x2="${x(high).toFixed(1)}" y2="${across}" class="spread"/>`,
      `<text x="${(x(high) + 6).toFixed(1)}" y="${y + 14}" class="value">${shown(middle)}</text>`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Millions of characters a second, on a logarithmic scale: ${rows.map(([name, { middle }]) => `${escape(name)} ${shown(middle)}`).join('; ')}</title>
<style>text{font:13px sans-serif;fill:#222}.name{text-anchor:end}.scale{text-anchor:middle;fill:#666;font-size:11px}.grid{stroke:#ddd}.ours{fill:#1f6f54}.peer{fill:#9aa5b1}.spread{stroke:#222;stroke-width:2}svg{background:#fff}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="10" y="18">Millions of characters a second, each on its own task (logarithmic)</text>
${lines.join('\n')}
</svg>
`;
}
