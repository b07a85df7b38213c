// The weighed choices of the engine as examples to fit on: the C++'s own features beside the gold.
import { execFileSync } from 'node:child_process';
import { goldOf, labelIndirect, labelSpeaker, labelStretch } from './gold.mjs';

/** What `copydesk_inspect` says about documents: a value a document; `without` an exact rule. */
export const inspectWith = (program) => (what, documents, weights, without) =>
  execFileSync(program, [what, ...(weights ? [weights] : []), ...(without ? [without] : [])], {
    input: documents.map((d) => JSON.stringify({ id: d.id, text: d.text })).join('\n') + '\n',
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));

export const namesOf = (program) => JSON.parse(execFileSync(program, ['features'], { encoding: 'utf8' }));

/** Choices of one model that the gold decides: { options: [[feature ids]], right: [boolean], document }. */
export function examplesOf(model, documents, dumps) {
  const out = [];
  dumps.forEach((dump, i) => {
    const document = documents[i];
    const gold = (document.gold ??= goldOf(document));
    const state = { last: null };
    for (const d of dump.decisions) {
      // The novels' gold knows neither cues nor reported speech.
      if (d.about !== model || (document.id.startsWith('litbank/') && model !== 'cue')) continue;
      const right = model === 'speaker' ? labelSpeaker(document.text, d, gold) : model === 'cue' ? labelStretch(document.text, d, gold, state) : labelIndirect(document.text, d, gold);
      if (!right || !right.some(Boolean) || right.every(Boolean)) continue;
      out.push({ options: d.options.map((o) => o.f), right, document });
    }
  });
  return out;
}

export const MODELS = {
  speaker: { epochs: 20, rate: 0.04, penalty: 1.0 },
  cue: { epochs: 20, rate: 0.04, penalty: 0.3, drop: 0.2, starts: 4 },
  indirect: { epochs: 40, rate: 0.04, penalty: 1.0 },
};
