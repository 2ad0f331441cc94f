import { drawFigure } from '../drawing/draw-figure.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

interface Topic {
  letters: [string, string, string];
  short: number;
  long: number;
  misread: { short?: number; long?: number };
  unit: string;
}

// A misread leg belongs to another whole triple, so that the hypotenuse stays a whole number.
const figures: Topic[] = [
  { letters: ['A', 'B', 'C'], short: 9, long: 12, misread: { short: 5 }, unit: 'cm' },
  { letters: ['P', 'Q', 'R'], short: 20, long: 21, misread: { long: 15 }, unit: 'm' },
];

/** A right triangle with both legs printed: how long is its boundary? */
export const geometryRightTriangle = designOver('geometry', figures, ({ letters: [a, b, c], short, long, misread, unit }, { look }) => {
  const scale = 330 / long;
  const corners = { [a]: { x: 90, y: 50 }, [b]: { x: 90 + long * scale, y: 50 + short * scale + 20 }, [c]: { x: 90, y: 50 + short * scale + 20 } };
  return sealDraft({
    question: `What is the perimeter of the right triangle ${a}${b}${c}?`,
    drawings: [drawFigure({ width: 480, height: Math.round(short * scale + 130), corners, sides: ['', `${long} ${unit}`, `${short} ${unit}`], rightAngles: c }, look)],
    seen: { short, long, corner: c },
    derive: ({ short, long }, slip) => {
      const squares = slip('squares', short ** 2 + long ** 2);
      const hypotenuse = slip('hypotenuse', Math.sqrt(squares));
      return { squares, hypotenuse, perimeter: slip('perimeter', short + long + hypotenuse) };
    },
    answer: ({ perimeter }) => `${perimeter} ${unit}`,
    mistakes: {
      misread: { see: misread },
      slip: { slip: { hypotenuse: (side) => side + 1 } },
      lucky: { see: { corner: b } },
    },
    voices: [
      [
        { say: (v) => `The small square marks the right angle at ${v.corner}.`, see: (v) => `There is a right-angle mark at ${v.corner}` },
        { say: (v) => `From the figure, the leg ${a}${c} is ${v.short} ${unit} long.`, see: (v) => `${a}${c} = ${v.short} ${unit}` },
        { say: (v) => `The other leg ${b}${c} is ${v.long} ${unit} long.`, see: (v) => `${b}${c} = ${v.long} ${unit}` },
        { say: (v) => `By the Pythagorean theorem, $${a}${b}^2 = ${v.short}^2 + ${v.long}^2 = ${v.squares}$.` },
        { say: (v) => `Hence $${a}${b} = \\sqrt{${v.squares}} = ${v.hypotenuse}$ ${unit}.` },
        { say: (v) => `The perimeter is ${v.short} + ${v.long} + ${v.hypotenuse} = ${v.perimeter} ${unit}.` },
      ],
      [
        { say: (v) => `The two legs are marked ${a}${c} = ${v.short} ${unit} and ${b}${c} = ${v.long} ${unit}, and there is a right angle at ${v.corner}.`, see: (v) => `${a}${c} = ${v.short} ${unit}, ${b}${c} = ${v.long} ${unit}, right angle at ${v.corner}` },
        { say: (v) => `${a}${b}² = ${v.short}² + ${v.long}² = ${v.squares}` },
        { say: (v) => `Taking the root, ${a}${b} = ${v.hypotenuse} ${unit}.` },
        { say: (v) => `Perimeter = ${v.short} + ${v.long} + ${v.hypotenuse} = ${v.perimeter}, in ${unit}.` },
      ],
      [
        { say: (v) => `We are asked for ${a}${b} + ${b}${c} + ${c}${a}; ${a}${b} is still missing. The right angle is drawn at ${v.corner}.`, see: (v) => `The angle at ${v.corner} is drawn as a right angle` },
        { say: (v) => `${b}${c} is labelled ${v.long} ${unit}; ${c}${a} is labelled ${v.short} ${unit}.`, see: (v) => `The side ${b}${c} is labelled ${v.long} ${unit} and the side ${c}${a} is labelled ${v.short} ${unit}` },
        { say: (v) => `\\[${a}${b} = \\sqrt{${v.short}^2 + ${v.long}^2} = \\sqrt{${v.squares}} = ${v.hypotenuse}\\]` },
        { say: (v) => `So the perimeter equals \\(${v.hypotenuse} + ${v.long} + ${v.short} = ${v.perimeter}\\) ${unit}.` },
      ],
    ],
  });
});
