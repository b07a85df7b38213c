// Which kinds are marked, and how: kept in the browser, shown on a sample, taken up by the pages that are marked now.
import { load } from './copydesk/index.js';
import { createPainter, collect } from './copydesk/dom.js';

const api = globalThis.browser ?? chrome;
const { defaults, stylesOf } = globalThis.copydeskOptions;
const form = document.getElementById('form');
const sample = document.getElementById('sample');

const desk = await load();
let painter;

function show({ kinds, colours, contrast }) {
  for (const box of form.elements.kinds) box.checked = kinds.includes(box.value);
  for (const [kind, colour] of Object.entries(colours)) form.elements[kind].value = colour;
  form.elements.contrast.checked = contrast;
  painter?.dispose();
  painter = createPainter({ styles: stylesOf({ colours, contrast }) });
  const page = collect(sample);
  painter.paint(page, desk.analyze(page.text), { kinds });
}

async function keep(options) {
  await api.storage.local.set(options);
  show(options);
  document.getElementById('message').textContent = 'Kept.';
}

form.addEventListener('change', () => {
  const data = new FormData(form);
  const colours = Object.fromEntries(Object.keys(defaults.colours).map((kind) => [kind, data.get(kind)]));
  keep({ kinds: data.getAll('kinds'), colours, contrast: data.has('contrast') });
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  keep(defaults);
});

const kept = await api.storage.local.get(defaults);
show({ ...kept, colours: { ...defaults.colours, ...kept.colours } });
