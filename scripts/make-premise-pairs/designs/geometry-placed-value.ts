import { drawFigure } from '../../make-samples/drawing/draw-figure.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { drawTriangle, pageSize } from './polygon.js';

/** A number that only its place beside a side tells to be the length of that side. */
export const geometryPlacedValue: PairDesign = {
  imageKind: 'geometry', factKind: 'placed-value',
  draft: (random, look) => {
    const { letters: [a, b, c], corners } = drawTriangle(random);
    const sides = [`${a}${b}`, `${b}${c}`, `${c}${a}`] as const;
    const values = random.sample(Array.from({ length: 26 }, (_, index) => index + 4), 3);
    const at = random.whole(0, 2);
    const [side, value] = [sides[at] ?? '', values[at] ?? 0];
    const voice = random.whole(0, 2);
    return tellBoth(`How long are two sides like ${side} together?`, [value, alterNumber(value, { from: 4, to: 29, others: values.filter((_, index) => index !== at) }, random)], (fact) => ({
      fact: `${fact} at the side ${side}`,
      drawing: drawFigure({ ...pageSize, corners, sides: values.with(at, fact).map(String) }, look),
      steps: [
        [{ text: `The side ${side} is ${fact}.`, see: `${side} = ${fact}` }, { text: `Two of them: 2 × ${fact} = ${2 * fact}.` }],
        [{ text: `Each side has its length beside it.` }, { text: `Beside ${side} stands ${fact}.`, see: `The length of ${side} is ${fact}` }, { text: `$${fact} + ${fact} = ${2 * fact}$` }],
        [{ text: `${side} is marked ${fact}.`, see: `${side} is marked ${fact}` }, { text: `Together that is ${2 * fact}.` }],
      ][voice] ?? [],
      answer: String(2 * fact),
    }));
  },
};
