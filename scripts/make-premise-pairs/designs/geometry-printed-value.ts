import { drawFigure } from '../../make-samples/drawing/draw-figure.js';
import { text } from '../../make-samples/drawing/svg-elements.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { drawTriangle, pageSize } from './polygon.js';

/** A length that is printed with the name of its side, along it or in a list under the figure. */
export const geometryPrintedValue: PairDesign = {
  imageKind: 'geometry', factKind: 'printed-value',
  draft: (random, look) => {
    const { letters: [a, b, c], corners } = drawTriangle(random);
    const sides = [`${a}${b}`, `${b}${c}`, `${c}${a}`] as const;
    const values = sides.map(() => random.whole(4, 29));
    const at = random.whole(0, 2);
    const [side, value] = [sides[at] ?? '', values[at] ?? 0];
    const [factor, voice, isListed] = [random.whole(2, 5), random.whole(0, 4), random.pick([true, false])];
    return tellBoth(`In a drawing ${factor} times as large, how long is ${side}?`, [value, alterNumber(value, { from: 4, to: 29, others: values.filter((_, index) => index !== at) }, random)], (fact) => {
      const labels = sides.map((name, index) => `${name} = ${index === at ? fact : values[index]} cm`);
      const list = labels.map((label, index) => text({ x: 60 + index * 140, y: 366 }, label, { size: 17 }));
      return {
        fact: `${side} = ${fact} cm`,
        drawing: drawFigure({ ...pageSize, height: isListed ? 386 : pageSize.height, corners, sides: isListed ? ['', '', ''] : labels, ...(isListed && { extras: list }) }, look),
        steps: [
          [{ text: `${side} = ${fact} cm.`, see: `${side} = ${fact} cm` }, { text: `Enlarged: ${factor} × ${fact} = ${factor * fact} cm.` }],
          [{ text: `The figure gives the lengths of the sides.` }, { text: `The side ${side} is ${fact} cm long.`, see: `The side ${side} is ${fact} cm` }, { text: `$${factor} \\times ${fact} = ${factor * fact}$` }],
          [{ text: `The figure says $${side} = ${fact}$.`, see: `$${side} = ${fact}$` }, { text: `So it becomes ${factor * fact} cm.` }],
          [{ text: `${side} is labelled ${fact} cm.`, see: `${side} is labelled ${fact} cm` }, { text: `${fact} × ${factor} = ${factor * fact}` }],
          [{ text: `I read off that ${side} measures ${fact} cm.`, see: `The length of ${side} is ${fact} cm` }, { text: `Times ${factor} it is ${factor * fact} cm.` }],
        ][voice] ?? [],
        answer: `${factor * fact} cm`,
      };
    });
  },
};
