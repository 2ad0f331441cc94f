import { drawLineChart } from '../drawing/draw-line-chart.js';
import { designOver } from '../sample-design.js';
import { exact } from '../format-numbers.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Members of the chess club', axis: 'Members', labels: ['2018', '2019', '2020', '2021', '2022', '2023'], noun: 'members' },
  { title: 'Bicycles repaired each month', axis: 'Bicycles', labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'], noun: 'bicycles' },
];

/** A line with printed values: the growth between two points in percent. */
export const chartLineValues = designOver('line-chart', topics, ({ title, axis, labels, noun }, { random, look }) => {
  const from = random.whole(0, 1);
  const to = from + random.whole(3, 4);
  const [start, growth] = [random.pick([20, 40]), random.pick([25, 50])];
  const end = exact(start * (1 + growth / 100));
  const values = labels.map((_, index) => (index === from ? start : index === to ? end : random.whole(start - 8, end + 12)));
  const neighbour = labels[to - 1] ?? '';
  values[to - 1] = end + 8;
  return sealDraft({
    question: `By what percentage did the number of ${noun} grow from ${labels[from]} to ${labels[to]}?`,
    drawings: [drawLineChart({ title, axis, top: 80, tick: 20, labels, values, printValues: true }, look)],
    seen: { start, end, neighbour: end + 8 },
    derive: ({ start, end }, slip) => {
      const rise = slip('rise', end - start);
      return { rise, percent: slip('percent', exact((100 * rise) / start)) };
    },
    answer: ({ percent }) => `${percent}%`,
    mistakes: {
      misread: { see: { end: end + start / 10 } },
      swapped: { see: { end: end + 8, neighbour: end } },
      slip: { slip: { percent: (percent) => percent + 10 } },
      lucky: { see: { neighbour: end + 3 } },
    },
    voices: [
      [
        { say: (v) => `In ${labels[from]} the chart shows ${v.start} ${noun}.`, see: (v) => `${labels[from]}: ${v.start} ${noun}` },
        { say: (v) => `After ${v.neighbour} in ${neighbour}, the value for ${labels[to]} is ${v.end}.`, see: (v) => `The point for ${neighbour} is labelled ${v.neighbour} and the point for ${labels[to]} is labelled ${v.end}` },
        { say: (v) => `The increase is ${v.end} − ${v.start} = ${v.rise}.` },
        { say: (v) => `As a share of the start: ${v.rise} / ${v.start} × 100 = ${v.percent}.` },
        { say: (v) => `So the growth is ${v.percent}%.` },
      ],
      [
        { say: (v) => `Reading the labels of the points: ${labels[from]} → ${v.start}, ${neighbour} → ${v.neighbour}, ${labels[to]} → ${v.end}.`, see: (v) => `${labels[from]} ${v.start}, ${neighbour} ${v.neighbour}, ${labels[to]} ${v.end}` },
        { say: (v) => `Difference: $${v.end} - ${v.start} = ${v.rise}$.` },
        { say: (v) => `Percentage: $\\frac{${v.rise}}{${v.start}} \\times 100 = ${v.percent}$.` },
      ],
      [
        { say: (v) => `Only two points matter, ${labels[from]} with ${v.start} and ${labels[to]} with ${v.end}; the ${v.neighbour} of ${neighbour} plays no part.`, see: (v) => `${labels[from]} has ${v.start}, ${labels[to]} has ${v.end}, ${neighbour} has ${v.neighbour}` },
        { say: (v) => `From ${v.start} to ${v.end} it is a rise of ${v.rise}.` },
        { say: (v) => `${v.rise} out of ${v.start} is ${v.percent}%.` },
      ],
    ],
  });
});
