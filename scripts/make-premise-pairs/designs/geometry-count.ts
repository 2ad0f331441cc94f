import { circle, rectangle, sheet, text, type Point } from '../../make-samples/drawing/svg-elements.js';
import { tellBoth, type PairDesign } from '../pair-design.js';

const shapes = { circles: (at: Point, fill: string) => circle(at, 22, { fill }), squares: (at: Point, fill: string) => rectangle({ x: at.x - 20, y: at.y - 20 }, 40, 40, { fill }) } as const;

/** How many shapes are drawn. */
export const geometryCount: PairDesign = {
  imageKind: 'geometry', factKind: 'count',
  draft: (random, look) => {
    const shape = random.pick(Object.keys(shapes) as (keyof typeof shapes)[]);
    const [first, second] = random.sample([4, 5, 6, 7, 8, 9, 10, 11], 2) as [number, number];
    const places = random.shuffle(Array.from({ length: 12 }, (_, index) => ({ x: 75 + (index % 4) * 110 + random.whole(-14, 14), y: 110 + Math.floor(index / 4) * 90 + random.whole(-10, 10) })));
    const voice = random.whole(0, 2);
    return tellBoth(`How many ${shape} are there?`, [first, second], (fact) => ({
      fact: `${fact} ${shape}`,
      drawing: sheet(480, 370, look, [text({ x: 240, y: 42 }, `Box of ${shape}`, { size: 20, weight: 700, anchor: 'middle' }), ...places.slice(0, fact).map((at) => shapes[shape](at, look.accent))]),
      steps: [
        [{ text: `There are ${fact} ${shape}.`, see: `There are ${fact} ${shape}` }, { text: `The number is ${fact}.` }],
        [{ text: `Counting one by one gives ${fact}.`, see: `${fact} ${shape} are drawn` }, { text: `So there are ${fact} ${shape}.` }],
        [{ text: `I see ${fact} ${shape} in the box.`, see: `The box holds ${fact} ${shape}` }, { text: `Answer: ${fact}.` }],
      ][voice] ?? [],
      answer: String(fact),
    }));
  },
};
