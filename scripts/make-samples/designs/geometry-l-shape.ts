import { drawFigure } from '../drawing/draw-figure.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const figures = [
  { long: 12, high: 9, cutLong: 5, cutHigh: 4, unit: 'm', thing: 'floor' },
  { long: 20, high: 14, cutLong: 8, cutHigh: 6, unit: 'cm', thing: 'piece of card' },
];

/** An L with four printed sides: the area as a rectangle less its missing corner. */
export const geometryLShape = designOver('geometry', figures, ({ long, high, cutLong, cutHigh, unit, thing }, { look }) => {
  const scale = 340 / long;
  const [x, y] = [90, 60];
  const at = (right: number, down: number): { x: number; y: number } => ({ x: x + right * scale, y: y + down * scale });
  const corners = { A: at(0, 0), B: at(long - cutLong, 0), C: at(long - cutLong, cutHigh), D: at(long, cutHigh), E: at(long, high), F: at(0, high) };
  return sealDraft({
    question: `All angles of this ${thing} are right angles. What is its area?`,
    drawings: [drawFigure({ width: 520, height: Math.round(high * scale + 120), corners, sides: ['', `${cutHigh} ${unit}`, `${cutLong} ${unit}`, '', `${long} ${unit}`, `${high} ${unit}`] }, look)],
    seen: { long, high, cutLong, cutHigh },
    derive: ({ long, high, cutLong, cutHigh }, slip) => {
      const [whole, cut] = [slip('whole', long * high), slip('cut', cutLong * cutHigh)];
      return { whole, cut, area: slip('area', whole - cut) };
    },
    answer: ({ area }) => `${area} ${unit}²`,
    mistakes: {
      misread: { see: { cutLong: cutLong + 1 } },
      slip: { slip: { whole: (whole) => whole + 10 } },
      swapped: { see: { high: cutHigh, cutHigh: high } },
      lucky: { see: { cutLong: 2 * cutLong, cutHigh: cutHigh / 2 } },
    },
    voices: [
      [
        { say: (v) => `Complete the L to a rectangle. Its base FE is ${v.long} ${unit} and its height AF is ${v.high} ${unit}.`, see: (v) => `FE = ${v.long} ${unit}, AF = ${v.high} ${unit}` },
        { say: (v) => `The rectangle has the area ${v.long} × ${v.high} = ${v.whole} ${unit}².` },
        { say: (v) => `The corner that is missing measures CD = ${v.cutLong} ${unit} by BC = ${v.cutHigh} ${unit}.`, see: (v) => `CD = ${v.cutLong} ${unit} and BC = ${v.cutHigh} ${unit}` },
        { say: (v) => `Its area is ${v.cutLong} × ${v.cutHigh} = ${v.cut} ${unit}².` },
        { say: (v) => `The L has ${v.whole} − ${v.cut} = ${v.area} ${unit}².` },
      ],
      [
        { say: (v) => `Lengths in the figure: FE = ${v.long}, AF = ${v.high}, CD = ${v.cutLong}, BC = ${v.cutHigh} (all in ${unit}).`, see: (v) => `FE is ${v.long} ${unit}, AF is ${v.high} ${unit}, CD is ${v.cutLong} ${unit}, BC is ${v.cutHigh} ${unit}` },
        { say: (v) => `Large rectangle: \\(${v.long} \\times ${v.high} = ${v.whole}\\)` },
        { say: (v) => `Cut-out: \\(${v.cutLong} \\times ${v.cutHigh} = ${v.cut}\\)` },
        { say: (v) => `\\(${v.whole} - ${v.cut} = ${v.area}\\), so the area is ${v.area} square ${unit}.` },
      ],
      [
        { say: () => `The shape is a rectangle from which the upper right corner has been cut.`, see: () => 'The upper right corner of the rectangle is missing' },
        { say: (v) => `Without the cut it would be ${v.long} ${unit} by ${v.high} ${unit}, an area of ${v.whole} ${unit}².`, see: (v) => `The side FE is ${v.long} ${unit} long and the side AF is ${v.high} ${unit} long` },
        { say: (v) => `The cut is ${v.cutLong} ${unit} by ${v.cutHigh} ${unit}, that is ${v.cut} ${unit}².`, see: (v) => `The cut measures ${v.cutLong} ${unit} by ${v.cutHigh} ${unit}` },
        { say: (v) => `What remains is ${v.whole} - ${v.cut} = ${v.area}.` },
      ],
    ],
  });
});
