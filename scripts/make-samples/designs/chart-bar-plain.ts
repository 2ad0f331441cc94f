import { drawBarChart } from '../drawing/draw-bar-chart.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Trees planted in the parks', axis: 'Trees', labels: ['North', 'East', 'South', 'West'], noun: 'trees', top: 80, tick: 10 },
  { title: 'Tickets sold by counter', axis: 'Tickets', labels: ['K1', 'K2', 'K3', 'K4', 'K5'], noun: 'tickets', top: 200, tick: 25 },
];

/** Bars without printed values: their heights are read off the grid, where no text reader can follow. */
export const chartBarPlain = designOver('bar-chart', topics, ({ title, axis, labels, noun, top, tick }, { random, look }) => {
  const values = random.sample([2, 3, 4, 5, 6, 7], labels.length).map((count) => count * tick);
  const [first, second, third] = random.sample([...labels.keys()], 3) as [number, number, number];
  const [a, b, other] = [values[first] ?? 0, values[second] ?? 0, values[third] ?? 0];
  const [nameA, nameB] = [labels[first] ?? '', labels[second] ?? ''];
  return sealDraft({
    question: `How many ${noun} do ${nameA} and ${nameB} have together?`,
    drawings: [drawBarChart({ title, axis, top, tick, labels, values, printValues: false }, look)],
    seen: { a, b, top },
    derive: ({ a, b }, slip) => ({ sum: slip('sum', a + b) }),
    answer: ({ sum }) => String(sum),
    mistakes: {
      misread: { see: { a: a + tick } },
      swapped: { see: { b: other } },
      slip: { slip: { sum: (sum) => sum + 10 } },
      lucky: { see: { top: top + 2 * tick } },
    },
    voices: [
      [
        { say: (v) => `The y-axis goes from 0 to ${v.top}, and neighbouring grid lines are ${tick} apart.`, see: (v) => `y-axis goes from 0 to ${v.top} in steps of ${tick}` },
        { say: (v) => `The bar for ${nameA} ends at the line for ${v.a}.`, see: (v) => `The bar for ${nameA} reaches ${v.a}` },
        { say: (v) => `The bar for ${nameB} ends at ${v.b}.`, see: (v) => `The bar for ${nameB} reaches ${v.b}` },
        { say: (v) => `Adding up, ${v.a} + ${v.b} = ${v.sum} ${noun}.` },
      ],
      [
        { say: (v) => `On a scale that ends at ${v.top}, I read ${v.a} ${noun} for ${nameA}.`, see: (v) => `The scale ends at ${v.top}; the height of ${nameA} is ${v.a}` },
        { say: (v) => `I read ${v.b} ${noun} for ${nameB}.`, see: (v) => `Height of the bar ${nameB}: ${v.b}` },
        { say: (v) => `\\(${v.a} + ${v.b} = ${v.sum}\\)` },
        { say: (v) => `They have ${v.sum} ${noun} together.` },
      ],
      [
        { say: (v) => `The largest number on the vertical axis is ${v.top}.`, see: (v) => `${v.top} is the largest number on the vertical axis` },
        { say: (v) => `Following the tops of the bars to the left, ${nameB} has ${v.b} and ${nameA} has ${v.a}.`, see: (v) => `${nameB} is at ${v.b}, ${nameA} is at ${v.a}` },
        { say: (v) => `Therefore the two have ${v.b} + ${v.a} = ${v.sum}.` },
      ],
    ],
  });
});
