import { drawGauge } from '../../make-samples/drawing/draw-gauge.js';
import { line, sheet, text } from '../../make-samples/drawing/svg-elements.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { gaugeTopics } from '../topics/gauge-topics.js';

const rowHeight = 34;

/** A reading printed on the panel under a dial. */
export const gaugePrintedValue: PairDesign = {
  imageKind: 'gauge', factKind: 'printed-value',
  draft: (random, look) => {
    const { title, unit, readings } = random.pick(gaugeTopics);
    const values = readings.map(([, , from, to]) => random.whole(from, to));
    const at = random.whole(0, readings.length - 1);
    const [name, measure, from, to] = readings[at] ?? readings[0];
    const dial = { title, unit, top: 100, tick: 20, parts: 4, value: random.whole(1, 19) * 5 };
    const [more, voice, isColon] = [random.whole(2, 9), random.whole(0, 3), random.pick([true, false])];
    const value = values[at] ?? 0;
    return tellBoth(`What will the panel show for ${name} after a rise of ${more} ${measure}?`, [value, alterNumber(value, { from, to }, random)], (fact) => {
      const { svg, width, height } = drawGauge(dial, look);
      const rows = readings.flatMap(([label, labelUnit], index) => {
        const y = height + index * rowHeight + 10;
        const shown = `${values.with(at, fact)[index]} ${labelUnit}`;
        return isColon ? [text({ x: width / 2, y }, `${label}: ${shown}`, { size: 20, anchor: 'middle' })]
          : [text({ x: 110, y }, label, { size: 20 }), text({ x: width - 110, y }, shown, { size: 20, weight: 600, anchor: 'end' })];
      });
      return {
        fact: `${name}: ${fact} ${measure}`,
        drawing: sheet(width, height + readings.length * rowHeight + 6, look, [svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''), line({ x: 90, y: height - 20 }, { x: width - 90, y: height - 20 }, look.line, 2), ...rows]),
        steps: [
          [{ text: `The panel shows ${fact} ${measure} for ${name}.`, see: `The panel shows ${name}: ${fact} ${measure}` }, { text: `After the rise it is ${fact} + ${more} = ${fact + more}.` }],
          [{ text: `Below the dial there are ${readings.length} readings.` }, { text: `${name} reads ${fact} ${measure}.`, see: `${name} reads ${fact} ${measure}` }, { text: `$${fact} + ${more} = ${fact + more}$` }],
          [{ text: `The printed value of ${name} is ${fact}.`, see: `The value printed beside ${name} is ${fact}` }, { text: `So it becomes ${fact + more}.` }],
          [{ text: `At ${name} I read ${fact} ${measure}.`, see: `${name} is ${fact} ${measure}` }, { text: `${fact} + ${more} = ${fact + more}` }],
        ][voice] ?? [],
        answer: `${fact + more} ${measure}`,
      };
    });
  },
};
