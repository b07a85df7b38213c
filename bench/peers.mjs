// One peer on one text file: node peers.mjs NAME FILE MILLISECONDS.  Prints JSON: characters, nanoseconds of the fastest run.
import { readFileSync } from 'node:fs';

const SETUP = {
  'Intl.Segmenter sentences': () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    return (text) => [...segmenter.segment(text)].length;
  },
  'sentencex sentences': async () => {
    const module = await import('sentencex');
    const segment = module.segment ?? module.default.segment ?? module.default;
    return (text) => [...segment('en', text)].length;
  },
  'sbd sentences': async () => {
    const { default: sbd } = await import('sbd');
    return (text) => sbd.sentences(text).length;
  },
  'wink-nlp sentences and entities': async () => {
    const { default: winkNLP } = await import('wink-nlp');
    const { default: model } = await import('wink-eng-lite-web-model');
    const nlp = winkNLP(model, ['sbd', 'ner']);
    return (text) => {
      const doc = nlp.readDoc(text);
      return doc.sentences().out().length + doc.entities().out().length;
    };
  },
  'chrono-node dates': async () => {
    const chrono = await import('chrono-node');
    return (text) => chrono.parse(text, new Date('2024-06-12T12:00:00Z')).length;
  },
  'compromise sentences, quotes and numbers': async () => {
    const { default: nlp } = await import('compromise');
    return (text) => {
      const doc = nlp(text);
      return doc.sentences().length + doc.quotations().length + doc.numbers().length;
    };
  },
  'Recognizers-Text numbers and dates': async () => {
    const { default: suite } = await import('@microsoft/recognizers-text-suite');
    return (text) => suite.recognizeNumber(text, suite.Culture.English).length + suite.recognizeDateTime(text, suite.Culture.English).length;
  },
};

// One that needs more than a second for a page gets only the beginning of the text.
const MOST = { 'Recognizers-Text numbers and dates': 3000 };

export const peerNames = Object.keys(SETUP);

if (process.argv[2]) {
  const [, , name, file, budget] = process.argv;
  const text = readFileSync(file, 'utf8').slice(0, MOST[name]);
  const work = await SETUP[name]();
  let best = Infinity;
  const end = performance.now() + Number(budget);
  do {
    const start = performance.now();
    work(text);
    best = Math.min(best, performance.now() - start);
  } while (performance.now() < end);
  console.log(JSON.stringify({ characters: text.length, nanoseconds: Math.round(best * 1e6) }));
}
