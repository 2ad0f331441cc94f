import { drawFigure } from '../drawing/draw-figure.js';
import { exact, plain } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const figures = [
  { letters: ['A', 'B', 'C', 'D'] as const, long: 14, wide: 8.5, unit: 'm', thing: 'garden bed' },
  { letters: ['R', 'S', 'T', 'U'] as const, long: 32, wide: 15, unit: 'cm', thing: 'picture frame' },
];

/** A rectangle with two printed sides: its area and its boundary. */
export const geometryRectangle = designOver('geometry', figures, ({ letters: [a, b, c, d], long, wide, unit, thing }, { random, look }) => {
  const down = Math.round((360 * wide) / long);
  const price = random.pick([2, 3, 4]);
  return sealDraft({
    question: `Edging costs $${price} per ${unit}. What does it cost to edge the ${thing} ${a}${b}${c}${d} all around?`,
    drawings: [drawFigure({ width: 540, height: down + 106, corners: { [a]: { x: 60, y: 60 }, [b]: { x: 420, y: 60 }, [c]: { x: 420, y: 60 + down }, [d]: { x: 60, y: 60 + down } }, sides: [`${long} ${unit}`, `${wide} ${unit}`, '', ''], rightAngles: `${a}${b}${c}${d}` }, look)],
    seen: { long, wide },
    derive: ({ long, wide }, slip) => {
      const half = slip('half', exact(long + wide));
      const around = slip('around', exact(2 * half));
      return { half, around, cost: slip('cost', exact(around * price)) };
    },
    answer: ({ cost }) => `$${plain(cost)}`,
    mistakes: {
      misread: { see: { wide: wide + 1 } },
      slip: { slip: { around: (around) => around - 5 } },
      swapped: { see: { wide: long } },
      lucky: { see: { long: long + 1, wide: wide - 1 } },
    },
    voices: [
      [
        { say: (v) => `The side ${a}${b} measures ${v.long} ${unit}.`, see: (v) => `${a}${b} = ${v.long} ${unit}` },
        { say: (v) => `The side ${b}${c} measures ${v.wide} ${unit}.`, see: (v) => `${b}${c} = ${v.wide} ${unit}` },
        { say: (v) => `The perimeter is 2 × (${v.long} + ${v.wide}) = ${plain(v.around)} ${unit}.` },
        { say: (v) => `At $${price} per ${unit} this costs ${plain(v.around)} × ${price} = ${plain(v.cost)} dollars.` },
      ],
      [
        { say: (v) => `We have ${a}${b} = ${v.long} ${unit} and ${b}${c} = ${v.wide} ${unit}.`, see: (v) => `The rectangle is ${v.long} ${unit} long (${a}${b}) and ${v.wide} ${unit} wide (${b}${c})` },
        { say: (v) => `\\[${v.long} + ${v.wide} = ${plain(v.half)}\\]` },
        { say: (v) => `\\[2 \\cdot ${plain(v.half)} = ${plain(v.around)}\\]` },
        { say: (v) => `\\[${plain(v.around)} \\cdot ${price} = ${plain(v.cost)}\\]` },
        { say: (v) => `Thus the edging costs \\$${plain(v.cost)}.` },
      ],
      [
        { say: () => `${a}${b}${c}${d} is a rectangle: right angles at all four corners.`, see: () => `${a}${b}${c}${d} has four right angles` },
        { say: (v) => `Opposite sides are equal, so there are two sides of ${v.long} ${unit} (as ${a}${b}) and two of ${v.wide} ${unit} (as ${b}${c}).`, see: (v) => `The length printed at ${a}${b} is ${v.long} ${unit}; the length printed at ${b}${c} is ${v.wide} ${unit}` },
        { say: (v) => `Going around: ${v.long} + ${v.wide} + ${v.long} + ${v.wide} = ${plain(v.around)} ${unit}.` },
        { say: (v) => `${plain(v.around)} × $${price} = $${plain(v.cost)}` },
      ],
    ],
  });
});
