import { drawLineChart } from '../drawing/draw-line-chart.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Water level of the reservoir', axis: 'Level in metres', labels: ['Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'], unit: 'm' },
  { title: 'Noon temperature', axis: 'Degrees Celsius', labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'], unit: '°C' },
];

/** A line without printed values, and a choice: when is it highest, and how far above the lowest? */
export const chartLinePlain = designOver('line-chart', topics, ({ title, axis, labels, unit }, { random, look }) => {
  const values = random.shuffle([5, 10, 15, 20, 25, 30]);
  const [low, high] = [5, 30];
  const [peak, dip] = [labels[values.indexOf(high)] ?? '', labels[values.indexOf(low)] ?? ''];
  const choices = random.shuffle([10, 15, 20, 25]).map((gap) => `${gap} ${unit}`);
  const letter = (gap: number): string => 'ABCD'[choices.indexOf(`${gap} ${unit}`)] ?? '?';
  return sealDraft({
    question: 'How far apart are the highest and the lowest value of the line?',
    choices,
    drawings: [drawLineChart({ title, axis, top: 35, tick: 5, labels, values, printValues: false }, look)],
    seen: { low, high, peak, dip },
    derive: ({ low, high }, slip) => {
      const gap = slip('gap', high - low);
      return { gap, option: letter(gap) };
    },
    answer: ({ option }) => option,
    mistakes: {
      misread: { see: { high: high - 5 } },
      swapped: { see: { peak: labels[values.indexOf(20)] ?? '', high: 20 } },
      slip: { slip: { gap: (gap) => gap - 10 } },
      lucky: { see: { peak: dip, dip: peak } },
    },
    voices: [
      [
        { say: (v) => `The line peaks at ${v.peak}.`, see: (v) => `The highest point of the line is above ${v.peak}` },
        { say: (v) => `Its value at ${v.peak} is ${v.high} ${unit}.`, see: (v) => `The highest point lies on the grid line ${v.high}` },
        { say: (v) => `The lowest point is at ${v.dip}, at ${v.low} ${unit}.`, see: (v) => `At ${v.dip} the line is at ${v.low}` },
        { say: (v) => `The distance is ${v.high} - ${v.low} = ${v.gap} ${unit}, which is option ${v.option}.` },
      ],
      [
        { say: (v) => `Lowest value: ${v.low} (${v.dip}). Highest value: ${v.high} (${v.peak}).`, see: (v) => `minimum ${v.low} at ${v.dip}, maximum ${v.high} at ${v.peak}` },
        { say: (v) => `$${v.high} - ${v.low} = ${v.gap}$` },
        { say: (v) => `The correct choice is ${v.option}.` },
      ],
      [
        { say: (v) => `The minimum of the curve, at ${v.dip}, lies on the line for ${v.low}.`, see: (v) => `the curve touches ${v.low} at ${v.dip}` },
        { say: (v) => `The maximum, at ${v.peak}, lies on the line for ${v.high}.`, see: (v) => `the curve touches ${v.high} at ${v.peak}` },
        { say: (v) => `From ${v.low} up to ${v.high} there are ${v.gap} ${unit}.` },
        { say: (v) => `Answer: ${v.option}` },
      ],
    ],
  });
});
