import { drawReceipt } from '../drawing/draw-receipt.js';
import { exact, money } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const shops = [
  { shop: 'CORNER GROCERY', notes: ['5 Elm Road', 'Sat 11:42'], things: ['Oat milk', 'Brown bread', 'Olive oil', 'Bananas'], amounts: [2.35, 3.1, 8.9, 1.85], cash: 20, sign: '€', farewell: 'Have a nice day' },
  { shop: 'Bloom Flower Shop', notes: ['Market Square 9', 'Mon 16:05'], things: ['Tulips', 'Clay pot', 'Potting soil'], amounts: [12.5, 6.75, 9.4], cash: 50, sign: '£', farewell: 'Prices include VAT' },
];

/** A receipt without its total: what is the change? */
export const receiptChange = designOver('receipt', shops, ({ shop, notes, things, amounts, cash, sign, farewell }, { random, look }) => {
  const prices = random.shuffle(amounts);
  const [first, second] = prices as [number, number, ...number[]];
  const rest = prices.slice(2);
  const others = rest.reduce((sum, price) => sum + price, 0);
  const show = (amount: number): string => `${sign}${money(amount)}`;
  const listRest = things.slice(2).map((thing, index) => `${thing} ${show(rest[index] ?? 0)}`).join(', ');
  const addRest = rest.map((price) => ` + ${money(price)}`).join('');
  return sealDraft({
    question: `The customer paid with the amount shown as cash. How much change is due?`,
    drawings: [drawReceipt({ shop, notes, blocks: [{ rows: things.map((thing, index) => [thing, show(prices[index] ?? 0)]) }, { rows: [['CASH', show(cash)]], strong: true }], farewell }, look)],
    seen: { first, second, cash },
    derive: ({ first, second, cash }, slip) => {
      const sum = slip('sum', exact(first + second + others));
      return { sum, change: slip('change', exact(cash - sum)) };
    },
    answer: ({ change }) => show(change),
    mistakes: {
      misread: { see: { cash: cash + 5 } },
      slip: { slip: { sum: (sum) => exact(sum - 1) } },
      swapped: { see: { second: rest[0] ?? 0 } },
      lucky: { see: { first: exact(first + 0.5), second: exact(second - 0.5) } },
    },
    voices: [
      [
        { say: (v) => `The items are ${things[0]} ${show(v.first)}, ${things[1]} ${show(v.second)}, ${listRest}.`, see: (v) => `${things[0]} ${show(v.first)}, ${things[1]} ${show(v.second)}, ${listRest}` },
        { say: (v) => `They sum to ${money(v.first)} + ${money(v.second)}${addRest} = ${money(v.sum)}.` },
        { say: (v) => `The receipt says CASH ${show(v.cash)}.`, see: (v) => `CASH: ${show(v.cash)}` },
        { say: (v) => `Change: ${show(v.cash)} − ${show(v.sum)} = ${show(v.change)}.` },
      ],
      [
        { say: (v) => `Cash given: ${show(v.cash)}.`, see: (v) => `The cash line reads ${show(v.cash)}` },
        { say: (v) => `${things[0]} costs ${show(v.first)} and ${things[1]} costs ${show(v.second)}; then there are ${listRest}.`, see: (v) => `${things[0]} costs ${show(v.first)}, ${things[1]} costs ${show(v.second)}` },
        { say: (v) => `\\(${money(v.first)} + ${money(v.second)}${addRest} = ${money(v.sum)}\\)` },
        { say: (v) => `\\(${money(v.cash)} - ${money(v.sum)} = ${money(v.change)}\\)` },
        { say: (v) => `The customer gets ${show(v.change)} back.` },
      ],
      [
        { say: (v) => `Start from the cash line, ${show(v.cash)}, and take away item after item.`, see: (v) => `Cash ${show(v.cash)}` },
        { say: (v) => `The first two lines are ${things[0]} with ${show(v.first)} and ${things[1]} with ${show(v.second)}.`, see: (v) => `The line "${things[0]}" shows ${show(v.first)} and the line "${things[1]}" shows ${show(v.second)}` },
        { say: (v) => `All items together come to ${show(v.sum)}.` },
        { say: (v) => `${money(v.cash)} - ${money(v.sum)} = ${money(v.change)}, so the change is ${show(v.change)}.` },
      ],
    ],
  });
});
