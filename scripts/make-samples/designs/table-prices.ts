import { drawTable } from '../drawing/draw-table.js';
import { exact, money } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const shops = [
  { title: 'Riverside Bakery', things: ['sesame bagel', 'almond croissant', 'rye loaf', 'fruit scone', 'cheese roll'], finish: 'stripes' as const },
  { title: 'School Supplies', things: ['graph notebook', 'gel pen', 'set square', 'glue stick', 'marker set'], finish: 'grid' as const },
];

/** A price list of two columns: what do so many of one and so many of another cost? */
export const tablePrices = designOver('table', shops, ({ title, things, finish }, { random, look }) => {
  const prices = random.shuffle([1.35, 2.4, 3.75, 4.6, 5.85]);
  const [first, second, other] = random.sample([0, 1, 2, 3, 4], 3) as [number, number, number];
  const [many, few] = [random.whole(4, 7), random.whole(2, 3)];
  const [a, b] = [things[first] ?? '', things[second] ?? ''];
  const [priceA, priceB] = [prices[first] ?? 0, prices[second] ?? 0];
  return sealDraft({
    question: `Kayla buys ${many} of the item "${a}" and ${few} of the item "${b}". How much does she pay in all?`,
    drawings: [drawTable({ title, headers: ['Item', 'Price'], rows: things.map((thing, row) => [thing, `$${money(prices[row] ?? 0)}`]), finish }, look)],
    seen: { priceA, priceB },
    derive: ({ priceA, priceB }, slip) => {
      const costA = slip('costA', exact(many * priceA));
      const costB = slip('costB', exact(few * priceB));
      return { costA, costB, sum: slip('sum', exact(costA + costB)) };
    },
    answer: ({ sum }) => `$${money(sum)}`,
    mistakes: {
      misread: { see: { priceA: exact(priceA + 0.3) } },
      swapped: { see: { priceA: prices[other] ?? 0 } },
      slip: { slip: { costA: (cost) => exact(cost - 0.9) } },
      lucky: { see: { priceA: exact(priceA + 0.05 * few), priceB: exact(priceB - 0.05 * many) } },
    },
    voices: [
      [
        { say: (v) => `First I look up the price of one ${a}: it is $${money(v.priceA)}.`, see: (v) => `The price of the ${a} is $${money(v.priceA)}` },
        { say: (v) => `${many} of them cost ${many} × $${money(v.priceA)} = $${money(v.costA)}.` },
        { say: (v) => `The ${b} is listed at $${money(v.priceB)}, so ${few} of them cost ${few} × $${money(v.priceB)} = $${money(v.costB)}.`, see: (v) => `${b}: $${money(v.priceB)}` },
        { say: (v) => `Adding both parts gives $${money(v.costA)} + $${money(v.costB)} = $${money(v.sum)}.` },
      ],
      [
        { say: (v) => `From the price list: ${a} $${money(v.priceA)}, ${b} $${money(v.priceB)}.`, see: (v) => `In the price list, ${a} costs $${money(v.priceA)} and ${b} costs $${money(v.priceB)}` },
        { say: (v) => `For the first item, \\(${many} \\times ${money(v.priceA)} = ${money(v.costA)}\\) dollars.` },
        { say: (v) => `For the second item, \\(${few} \\times ${money(v.priceB)} = ${money(v.costB)}\\) dollars.` },
        { say: (v) => `Total: \\(${money(v.costA)} + ${money(v.costB)} = ${money(v.sum)}\\).` },
        { say: (v) => `So Kayla pays \\boxed{\\$${money(v.sum)}}.` },
      ],
      [
        { say: (v) => `One ${b} costs $${money(v.priceB)}, and she takes ${few}, which makes $${money(v.costB)}.`, see: (v) => `The row "${b}" shows $${money(v.priceB)}` },
        { say: (v) => `One ${a} costs $${money(v.priceA)}; ${many} × ${money(v.priceA)} = ${money(v.costA)}.`, see: (v) => `The row "${a}" shows $${money(v.priceA)}` },
        { say: (v) => `In all she pays ${money(v.costB)} + ${money(v.costA)} = ${money(v.sum)} dollars.` },
      ],
    ],
  });
});
