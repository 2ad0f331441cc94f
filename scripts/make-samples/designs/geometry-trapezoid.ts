import { drawFigure } from '../drawing/draw-figure.js';
import { line, text } from '../drawing/svg-elements.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const figures = [
  { letters: ['A', 'B', 'C', 'D'] as const, short: 10, long: 18, height: 9, unit: 'cm' },
  { letters: ['W', 'X', 'Y', 'Z'] as const, short: 16, long: 26, height: 12, unit: 'm' },
];

/** A trapezoid with its bases and its height printed: its area. */
export const geometryTrapezoid = designOver('geometry', figures, ({ letters: [a, b, c, d], short, long, height, unit }, { look }) => {
  const scale = 370 / long;
  const [top, bottom, left] = [58, 58 + height * scale, 60];
  const corners = { [a]: { x: left + 5 * scale, y: top }, [b]: { x: left + (5 + short) * scale, y: top }, [c]: { x: left + long * scale, y: bottom }, [d]: { x: left, y: bottom } };
  const foot = left + (5 + short * 0.5) * scale;
  const drop = [line({ x: foot, y: top }, { x: foot, y: bottom }, look.second, 2, '6 5'), text({ x: foot + 12, y: (top + bottom) / 2 + 6 }, `h = ${height} ${unit}`, { size: 17 })];
  return sealDraft({
    question: `The sides ${a}${b} and ${d}${c} are parallel. Find the area of the trapezoid.`,
    drawings: [drawFigure({ width: 490, height: Math.round(bottom + 56), corners, sides: [`${short} ${unit}`, '', `${long} ${unit}`, ''], extras: drop }, look)],
    seen: { short, long, height },
    derive: ({ short, long, height }, slip) => {
      const sum = slip('sum', short + long);
      const mean = slip('mean', sum / 2);
      return { sum, mean, area: slip('area', mean * height) };
    },
    answer: ({ area }) => `${area} ${unit}²`,
    mistakes: {
      misread: { see: { long: long + 2 } },
      slip: { slip: { area: (area) => area - 10 } },
      swapped: { see: { short: height, height: short } },
      lucky: { see: { short: short + 2, long: long - 2 } },
    },
    voices: [
      [
        { say: (v) => `The parallel sides are ${a}${b} = ${v.short} ${unit} and ${d}${c} = ${v.long} ${unit}.`, see: (v) => `${a}${b} = ${v.short} ${unit} and ${d}${c} = ${v.long} ${unit}` },
        { say: (v) => `The dashed height is labelled h = ${v.height} ${unit}.`, see: (v) => `h = ${v.height} ${unit}` },
        { say: (v) => `The mean of the bases is (${v.short} + ${v.long}) / 2 = ${v.mean} ${unit}.` },
        { say: (v) => `Area: ${v.mean} × ${v.height} = ${v.area} ${unit}².` },
      ],
      [
        { say: () => `The area of a trapezoid is $A = \\frac{a + c}{2} \\cdot h$.` },
        { say: (v) => `Here the upper base is ${v.short} ${unit}, the lower base is ${v.long} ${unit} and the height is ${v.height} ${unit}.`, see: (v) => `The side ${a}${b} is ${v.short} ${unit}, the side ${d}${c} is ${v.long} ${unit}, the height h is ${v.height} ${unit}` },
        { say: (v) => `$${v.short} + ${v.long} = ${v.sum}$ and $${v.sum} / 2 = ${v.mean}$.` },
        { say: (v) => `$A = ${v.mean} \\cdot ${v.height} = ${v.area}$` },
        { say: (v) => `The area is ${v.area} ${unit}².` },
      ],
      [
        { say: (v) => `The height reads ${v.height} ${unit}.`, see: (v) => `The height h is labelled ${v.height} ${unit}` },
        { say: (v) => `${d}${c} is ${v.long} ${unit} long, ${a}${b} is ${v.short} ${unit} long, together ${v.sum} ${unit}.`, see: (v) => `${d}${c} is ${v.long} ${unit}, ${a}${b} is ${v.short} ${unit}` },
        { say: (v) => `So A = 1/2 × ${v.sum} × ${v.height} = ${v.area}.` },
      ],
    ],
  });
});
