import { drawBarChart } from '../drawing/draw-bar-chart.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Books borrowed per class', axis: 'Number of books', labels: ['5A', '5B', '5C', '5D', '5E'], noun: 'books', place: 'class', ask: 'How many more books did the leading class borrow than the class with the fewest?' },
  { title: 'Cars counted at the crossing', axis: 'Cars per hour', labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], noun: 'cars', place: 'day', ask: 'What is the difference between the busiest and the quietest day?' },
];

/** Bars with printed values: from the smallest to the largest. */
export const chartBarValues = designOver('bar-chart', topics, ({ title, axis, labels, noun, place, ask }, { random, look }) => {
  const values = random.shuffle([random.whole(31, 36), random.whole(43, 48), random.whole(52, 57), random.whole(63, 68), random.whole(81, 88)]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [least, most] = [labels[values.indexOf(low)] ?? '', labels[values.indexOf(high)] ?? ''];
  const second = [...values].sort((a, b) => b - a)[1] ?? 0;
  return sealDraft({
    question: ask,
    drawings: [drawBarChart({ title, axis, top: 100, tick: 20, labels, values, printValues: true }, look)],
    seen: { low, high, least, most },
    derive: ({ low, high }, slip) => ({ gap: slip('gap', high - low) }),
    answer: ({ gap }) => String(gap),
    mistakes: {
      misread: { see: { low: low + 6 } },
      swapped: { see: { high: second, most: labels[values.indexOf(second)] ?? '' } },
      slip: { slip: { gap: (gap) => gap - 10 } },
      lucky: { see: { low: low + 2, high: high + 2 } },
    },
    voices: [
      [
        { say: (v) => `The tallest bar belongs to ${v.most}.`, see: (v) => `The bar for ${v.most} is the tallest` },
        { say: (v) => `The number above it is ${v.high}.`, see: (v) => `The value printed above ${v.most} is ${v.high}` },
        { say: (v) => `The shortest bar is the one for ${v.least}, with ${v.low} ${noun}.`, see: (v) => `${v.least}: ${v.low} ${noun}` },
        { say: (v) => `So the difference is ${v.high} − ${v.low} = ${v.gap}.` },
      ],
      [
        { say: (v) => `Comparing the numbers over the bars, the largest is ${v.high} (${v.most}) and the smallest is ${v.low} (${v.least}).`, see: (v) => `${v.most} has ${v.high} and ${v.least} has ${v.low}` },
        { say: (v) => `$${v.high} - ${v.low} = ${v.gap}$` },
        { say: (v) => `The answer is ${v.gap} ${noun}.` },
      ],
      [
        { say: () => `To answer this we need the highest and the lowest value of the chart, not the values in between.` },
        { say: (v) => `The ${place} ${v.least} has the lowest value, ${v.low}.`, see: (v) => `The ${place} ${v.least} has the value ${v.low}` },
        { say: (v) => `The ${place} ${v.most} has the highest value, ${v.high}.`, see: (v) => `The ${place} ${v.most} has the value ${v.high}` },
        { say: (v) => `Subtracting: ${v.high} - ${v.low} = ${v.gap}.` },
      ],
    ],
  });
});
