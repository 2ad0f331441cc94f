import { drawBarChart } from '../../make-samples/drawing/draw-bar-chart.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { plotTopics } from '../topics/plot-topics.js';

const colours = { red: '#c62828', blue: '#1e5fc2', green: '#2e7d32', orange: '#ef6c00', purple: '#6a1b9a' } as const;
type Colour = keyof typeof colours;

/** The colour of the bars. */
export const barColour: PairDesign = {
  imageKind: 'bar-chart', factKind: 'colour',
  draft: (random, look) => {
    const { title, axis, labels } = random.pick(plotTopics);
    const facts = random.sample(Object.keys(colours) as Colour[], 2) as [Colour, Colour];
    const values = labels.map(() => random.whole(12, 94));
    const voice = random.whole(0, 2);
    return tellBoth('In which colour are the bars drawn?', facts, (fact) => ({
      fact: `bars are ${fact}`,
      drawing: drawBarChart({ title, axis, top: 100, tick: 20, labels: [...labels], values, printValues: true }, { ...look, accent: colours[fact] }),
      steps: [
        [{ text: `All bars are ${fact}.`, see: `The bars are ${fact}` }, { text: `So the colour is ${fact}.` }],
        [{ text: `The chart has ${labels.length} bars.` }, { text: `They are drawn in ${fact}.`, see: `The chart shows ${fact} bars` }, { text: `The answer is ${fact}.` }],
        [{ text: `I see ${fact} bars.`, see: `${fact} bars` }, { text: `Colour: ${fact}.` }],
      ][voice] ?? [],
      answer: fact,
    }));
  },
};
