// One peer on one text file: node peers.mjs NAME FILE MILLISECONDS.  Prints JSON: characters, nanoseconds of each run.
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
  // Its numbers are built in; of its plugins the one for dates finds what we find.
  'compromise sentences, quotes, numbers and dates': async () => {
    const { default: nlp } = await import('compromise');
    const { default: dates } = await import('compromise-dates');
    nlp.plugin(dates);
    return (text) => {
      const doc = nlp(text);
      return doc.sentences().length + doc.quotations().length + doc.numbers().length + doc.dates().length;
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
  const runs = [];
  const end = performance.now() + Number(budget);
  do {
    const start = performance.now();
    work(text);
    runs.push(Math.round((performance.now() - start) * 1e6));
  } while (performance.now() < end || runs.length < 3);
  console.log(JSON.stringify({ characters: text.length, runs }));
}
