import { drawTable } from '../drawing/draw-table.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Points scored per game', noun: 'games', unit: 'points', finish: 'rules' as const },
  { title: 'Ages of the choir members', noun: 'members', unit: 'years', finish: 'grid' as const },
];

/** A stem-and-leaf table: the range of the numbers. */
export const tableStemLeaf = designOver('stem-and-leaf', topics, ({ title, noun, unit, finish }, { random, look }) => {
  const stems = [1, 2, 3, 4, 5];
  const leaves = stems.map((stem) => Array.from({ length: random.whole(3, 6) }, () => random.whole(stem === 1 ? 3 : 0, stem === 5 ? 7 : 9)).sort((a, b) => a - b));
  const low = 10 + (leaves[0]?.[0] ?? 0);
  const high = 50 + (leaves[4]?.at(-1) ?? 0);
  const firstOfLast = 50 + (leaves[4]?.[0] ?? 0);
  const lowEnd = 10 + (leaves[0]?.at(-1) ?? 0);
  return sealDraft({
    question: `What is the range of the numbers in the stem-and-leaf plot (largest minus smallest, in ${unit})?`,
    drawings: [drawTable({ title, headers: ['Stem', 'Leaf'], rows: stems.map((stem, row) => [String(stem), (leaves[row] ?? []).join('\u2003')]), finish, align: 'start' }, look)],
    seen: { low, high },
    derive: ({ low, high }, slip) => ({ range: slip('range', high - low) }),
    answer: ({ range }) => String(range),
    mistakes: {
      misread: { see: { low: low === lowEnd ? low + 1 : lowEnd } },
      swapped: { see: { low: (low % 10) * 10 + 1, high: high === firstOfLast ? high - 1 : high } },
      slip: { slip: { range: (range) => range - 10 } },
      lucky: { see: { low: low + 2, high: high + 2 } },
    },
    voices: [
      [
        { say: (v) => `The first leaf of the first row gives the smallest number, ${v.low}.`, see: (v) => `The smallest number is ${v.low}` },
        { say: (v) => `The last leaf of the last row gives the largest number, ${v.high}.`, see: (v) => `The largest number is ${v.high}` },
        { say: (v) => `The range is ${v.high} − ${v.low} = ${v.range}.` },
      ],
      [
        { say: () => `In a stem-and-leaf plot the stem holds the tens and each leaf the ones.` },
        { say: (v) => `Minimum: stem ${Math.floor(v.low / 10)}, leaf ${v.low % 10}, so ${v.low}.`, see: (v) => `stem ${Math.floor(v.low / 10)} has the leaf ${v.low % 10} (${v.low})` },
        { say: (v) => `Maximum: stem ${Math.floor(v.high / 10)}, leaf ${v.high % 10}, so ${v.high}.`, see: (v) => `stem ${Math.floor(v.high / 10)} has the leaf ${v.high % 10} (${v.high})` },
        { say: (v) => `$${v.high} - ${v.low} = ${v.range}$` },
      ],
      [
        { say: (v) => `Among the ${noun} the values start at ${v.low} ${unit} and end at ${v.high} ${unit}.`, see: (v) => `The values run from ${v.low} to ${v.high}` },
        { say: (v) => `Take the first from the last: ${v.high} - ${v.low} = ${v.range}.` },
        { say: (v) => `The range is ${v.range} ${unit}.` },
      ],
    ],
  });
});
