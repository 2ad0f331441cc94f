import { drawFigure } from '../drawing/draw-figure.js';
import type { Point } from '../drawing/svg-elements.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const figures = [
  { letters: ['D', 'E', 'F'] as const, left: 48, right: 67 },
  { letters: ['K', 'L', 'M'] as const, left: 56, right: 39 },
];

/** The top of a triangle over a base of 340 pixels with these angles at its ends. */
function apex(left: number, right: number): Point {
  const [tanLeft, tanRight] = [left, right].map((angle) => Math.tan((angle * Math.PI) / 180)) as [number, number];
  const x = (340 * tanRight) / (tanLeft + tanRight);
  return { x: 70 + x, y: 0 - x * tanLeft };
}

/** A triangle with two printed angles: the third, or the angle outside it. */
export const geometryAngles = designOver('geometry', figures, ({ letters: [a, b, c], left, right }, { look }) => {
  const top = apex(left, right);
  const base = 54 - top.y;
  return sealDraft({
    question: `What is the size of angle ${c} of the triangle ${a}${b}${c}?`,
    drawings: [drawFigure({ width: 480, height: Math.round(base + 56), corners: { [a]: { x: 70, y: base }, [c]: { x: top.x, y: 54 }, [b]: { x: 410, y: base } }, sides: ['', '', ''], angles: [`${left}°`, '', `${right}°`] }, look)],
    seen: { left, right },
    derive: ({ left, right }, slip) => {
      const both = slip('both', left + right);
      return { both, third: slip('third', 180 - both) };
    },
    answer: ({ third }) => `${third}°`,
    mistakes: {
      misread: { see: { left: left - 10 } },
      slip: { slip: { third: (third) => third - 10 } },
      swapped: { see: { right: left } },
      lucky: { see: { left: left + 5, right: right - 5 } },
    },
    voices: [
      [
        { say: (v) => `The angle at ${a} is marked ${v.left}°.`, see: (v) => `∠${a} = ${v.left}°` },
        { say: (v) => `The angle at ${b} is marked ${v.right}°.`, see: (v) => `∠${b} = ${v.right}°` },
        { say: (v) => `Together they measure ${v.left}° + ${v.right}° = ${v.both}°.` },
        { say: (v) => `The angles of a triangle add up to 180°, so ∠${c} = 180° − ${v.both}° = ${v.third}°.` },
      ],
      [
        { say: (v) => `The figure gives $\\angle ${a} = ${v.left}^\\circ$ and $\\angle ${b} = ${v.right}^\\circ$.`, see: (v) => `angle ${a} is ${v.left}° and angle ${b} is ${v.right}°` },
        { say: () => `In every triangle, $\\angle ${a} + \\angle ${b} + \\angle ${c} = 180^\\circ$.` },
        { say: (v) => `$\\angle ${a} + \\angle ${b} = ${v.both}^\\circ$, hence $180 - ${v.both} = ${v.third}$.` },
        { say: (v) => `Angle ${c} measures ${v.third} degrees.` },
      ],
      [
        { say: (v) => `Two angles are known: ${v.right}° at the corner ${b} and ${v.left}° at the corner ${a}.`, see: (v) => `The label at corner ${b} reads ${v.right}°, the label at corner ${a} reads ${v.left}°` },
        { say: (v) => `180 - ${v.right} - ${v.left} = ${v.third}` },
        { say: (v) => `So angle ${c} equals ${v.third}°.` },
      ],
    ],
  });
});
