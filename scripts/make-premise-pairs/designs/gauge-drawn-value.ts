import { drawGauge } from '../../make-samples/drawing/draw-gauge.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { gaugeTopics } from '../topics/gauge-topics.js';

/** Where the needle of a dial stands. */
export const gaugeDrawnValue: PairDesign = {
  imageKind: 'gauge', factKind: 'drawn-value',
  draft: (random, look) => {
    const { title, unit } = random.pick(gaugeTopics);
    const { top, tick } = random.pick([{ top: 100, tick: 20 }, { top: 120, tick: 20 }, { top: 60, tick: 10 }]);
    const mark = tick / 4;
    const value = random.whole(mark, top - mark, mark);
    const voice = random.whole(0, 2);
    return tellBoth(`How much is missing to ${top} ${unit}?`, [value, alterNumber(value, { from: mark, to: top - mark, step: mark }, random)], (fact) => ({
      fact: `needle at ${fact} ${unit}`,
      drawing: drawGauge({ title, unit, top, tick, parts: 4, value: fact }, look),
      steps: [
        [{ text: `The needle points to ${fact} ${unit}.`, see: `The needle points to ${fact} ${unit}` }, { text: `Missing: ${top} - ${fact} = ${top - fact}.` }],
        [{ text: `The scale ends at ${top}.` }, { text: `The pointer stands at ${fact}.`, see: `The pointer stands at ${fact}` }, { text: `$${top} - ${fact} = ${top - fact}$` }],
        [{ text: `I read ${fact} at the tip of the needle.`, see: `needle at ${fact}` }, { text: `So ${top - fact} ${unit} are missing.` }],
      ][voice] ?? [],
      answer: `${top - fact} ${unit}`,
    }));
  },
};
