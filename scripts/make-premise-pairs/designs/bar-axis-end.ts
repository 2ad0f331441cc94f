import { drawBarChart } from '../../make-samples/drawing/draw-bar-chart.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { plotTopics } from '../topics/plot-topics.js';

/** The last number printed on the upright axis. */
export const barAxisEnd: PairDesign = {
  imageKind: 'bar-chart', factKind: 'axis-end',
  draft: (random, look) => {
    const { title, axis, labels } = random.pick(plotTopics);
    const tick = random.pick([5, 10, 20, 50]);
    const ticks = random.sample([4, 5, 6, 7, 8], 2) as [number, number];
    const shares = labels.map(() => random.whole(15, 90) / 100);
    const voice = random.whole(0, 2);
    return tellBoth('How far does the scale of the chart go?', [ticks[0] * tick, ticks[1] * tick] as const, (top) => ({
      fact: `axis ends at ${top}`,
      drawing: drawBarChart({ title, axis, top, tick, labels: [...labels], values: shares.map((share) => share * top), printValues: false }, look),
      steps: [
        [{ text: `The vertical axis goes from 0 to ${top}.`, see: `The vertical axis goes from 0 to ${top}` }, { text: `So the scale goes up to ${top}.` }],
        [{ text: `Look at the upright axis.` }, { text: `The largest number on the y-axis is ${top}.`, see: `The y-axis ends at ${top}` }, { text: `The answer is ${top}.` }],
        [{ text: `The scale on the left runs from 0 to ${top}.`, see: `The y-axis runs from 0 to ${top}` }, { text: `Its end is ${top}.` }],
      ][voice] ?? [],
      answer: String(top),
    }));
  },
};
