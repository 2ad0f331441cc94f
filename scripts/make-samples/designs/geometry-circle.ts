import { drawCircleFigure } from '../drawing/draw-circle-figure.js';
import { exact, plain } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const figures = [
  { centre: 'O', end: 'A', radius: 6, unit: 'cm' },
  { centre: 'M', end: 'P', radius: 15, unit: 'm' },
];

/** A circle with a printed radius: its area and its length with 3.14 for pi. */
export const geometryCircle = designOver('geometry', figures, ({ centre, end, radius, unit }, { look }) => {
  const spoke = `${centre}${end}`;
  return sealDraft({
    question: `What is the area of the circle with centre ${centre}? Use 3.14 for π.`,
    drawings: [drawCircleFigure({ centre, end, length: `${radius} ${unit}` }, look)],
    seen: { radius, role: 'radius' },
    derive: ({ radius, role }, slip) => {
      const used = role === 'radius' ? radius : radius / 2;
      const square = slip('square', exact(used * used));
      return { used, square, area: slip('area', exact(3.14 * square)) };
    },
    answer: ({ area }) => `${plain(area)} ${unit}²`,
    mistakes: {
      misread: { see: { radius: radius + 2 } },
      slip: { slip: { square: () => 2 * radius } },
      swapped: { see: { role: 'diameter' } },
    },
    voices: [
      [
        { say: (v) => `The segment ${spoke} is a ${v.role} of the circle and measures ${v.radius} ${unit}.`, see: (v) => `${spoke} = ${v.radius} ${unit} is a ${v.role}` },
        { say: (v) => `So r = ${plain(v.used)} ${unit}, and r² = ${plain(v.used)}² = ${plain(v.square)}.` },
        { say: (v) => `The area is π r² = 3.14 × ${plain(v.square)} = ${plain(v.area)} ${unit}².` },
      ],
      [
        { say: (v) => `The length printed at ${spoke} is ${v.radius} ${unit}.`, see: (v) => `The length of ${spoke} is ${v.radius} ${unit}` },
        { say: (v) => `${spoke} is the ${v.role}, therefore the radius is $r = ${plain(v.used)}$.`, see: (v) => `${spoke} is the ${v.role} of the circle` },
        { say: () => `The formula for the area is $A = \\pi r^2$.` },
        { say: (v) => `$r^2 = ${plain(v.used)} \\times ${plain(v.used)} = ${plain(v.square)}$` },
        { say: (v) => `$A = 3.14 \\times ${plain(v.square)} = ${plain(v.area)}$` },
      ],
      [
        { say: (v) => `In the drawing ${spoke} = ${v.radius} ${unit}.`, see: (v) => `${spoke} = ${v.radius} ${unit}` },
        { say: (v) => `As ${spoke} is a ${v.role}, we work with r = ${plain(v.used)} and square it: ${plain(v.used)} × ${plain(v.used)} = ${plain(v.square)}.` },
        { say: (v) => `Multiplying by π gives ${plain(v.square)} × 3.14 = ${plain(v.area)}, in square ${unit}.` },
      ],
    ],
  });
});
