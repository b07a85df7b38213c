// Which kinds are marked, and how. Kept in the browser, for the next page that is read.
const api = globalThis.browser ?? chrome;
const form = document.getElementById('form');
const defaults = { kinds: ['quote', 'date', 'number', 'finding'], colours: { quote: '#fff0b8', date: '#0b6e99', number: '#a4372c' }, contrast: false };

const both = (style) => ({ light: style, dark: style });

/** The painter's styles for these options. */
function stylesOf({ colours, contrast }) {
  const width = contrast ? 4 : 2;
  return {
    quote: both(contrast ? 'background-color: #ffff00; color: #000' : `background-color: ${colours.quote}; color: #1a1a1a`),
    date: both(`text-decoration: underline dotted ${width}px ${contrast ? 'currentColor' : colours.date}`),
    number: both(`text-decoration: underline solid ${width}px ${contrast ? 'currentColor' : colours.number}`),
  };
}

const kept = await api.storage.local.get(defaults);
for (const box of form.elements.kinds) box.checked = kept.kinds.includes(box.value);
for (const [kind, colour] of Object.entries(kept.colours)) form.elements[kind].value = colour;
form.elements.contrast.checked = kept.contrast;

form.addEventListener('change', async () => {
  const data = new FormData(form);
  const options = { kinds: data.getAll('kinds'), colours: { quote: data.get('quote'), date: data.get('date'), number: data.get('number') }, contrast: data.has('contrast') };
  await api.storage.local.set({ ...options, styles: stylesOf(options) });
  document.getElementById('message').textContent = 'Kept. It holds for the next page you read.';
});
