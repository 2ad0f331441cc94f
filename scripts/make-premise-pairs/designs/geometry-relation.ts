import { drawFigure } from '../../make-samples/drawing/draw-figure.js';
import { tellBoth, type PairDesign } from '../pair-design.js';

const names = ['ABC', 'DEF', 'KLM', 'PQR', 'RST', 'XYZ'] as const;

/** Which corner of a triangle has the right angle: it is marked there. */
export const geometryRelation: PairDesign = {
  imageKind: 'geometry', factKind: 'relation',
  draft: (random, look) => {
    const [a, b, c] = [...random.pick(names)] as [string, string, string];
    const [height, width] = [random.whole(150, 230), random.whole(240, 320)];
    const voice = random.whole(0, 2);
    return tellBoth('At which corner is the right angle?', [a, c] as const, (fact) => ({
      fact: `right angle at ${fact}`,
      drawing: drawFigure({
        width: 480, height: 360, rightAngles: fact, sides: ['', '', ''],
        corners: { [a]: { x: 80, y: 300 }, [b]: { x: fact === a ? 80 : 80 + width, y: 300 - height }, [c]: { x: 80 + width, y: 300 } },
      }, look),
      steps: [
        [{ text: `The right angle is marked at ${fact}.`, see: `There is a right angle at ${fact}` }, { text: `So the corner is ${fact}.` }],
        [{ text: `One corner carries a small square.` }, { text: `It is the corner ${fact}.`, see: `The small square is at the corner ${fact}` }, { text: `The answer is ${fact}.` }],
        [{ text: `The sides that meet at ${fact} are perpendicular.`, see: `The sides at ${fact} are perpendicular` }, { text: `Hence the angle at ${fact} is the right one.` }],
      ][voice] ?? [],
      answer: fact,
    }));
  },
};
