import { drawReceipt } from '../drawing/draw-receipt.js';
import { exact, money } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const shops = [
  { shop: 'GREEN LEAF CAFE', notes: ['14 Harbour Street', 'Table 6'], things: ['Tomato soup', 'Club sandwich', 'Lemonade', 'Carrot cake'], amounts: [4.5, 9.75, 3.25, 6.5], farewell: 'Thank you, see you soon!' },
  { shop: 'Hill & Sons Hardware', notes: ['2 Mill Lane', 'Counter 3'], things: ['Paint roller', 'Wood glue', 'Sandpaper', 'Masking tape'], amounts: [7.8, 5.4, 3.3, 4.5], farewell: 'Goods exchanged within 30 days' },
];

/** A receipt whose tax and total are not printed: what is the bill with tax? */
export const receiptTax = designOver('receipt', shops, ({ shop, notes, things, amounts, farewell }, { random, look }) => {
  const prices = random.shuffle(amounts);
  const rate = random.pick([8, 20]);
  const total = exact(prices.reduce((sum, price) => sum + price, 0));
  const [p1, p2, p3, p4] = prices as [number, number, number, number];
  return sealDraft({
    question: `A sales tax of ${rate}% is added to the items on this receipt. What is the amount to pay, tax included?`,
    drawings: [drawReceipt({ shop, notes, blocks: [{ rows: things.map((thing, index) => [thing, `$${money(prices[index] ?? 0)}`]) }, { rows: [['SUBTOTAL', `$${money(total)}`]], strong: true }], farewell }, look)],
    seen: { p1, p2, p3, p4, subtotal: total },
    derive: ({ subtotal }, slip) => {
      const tax = slip('tax', exact((subtotal * rate) / 100));
      return { tax, pay: slip('pay', exact(subtotal + tax)) };
    },
    answer: ({ pay }) => `$${money(pay)}`,
    mistakes: {
      misread: { see: { subtotal: exact(total + 5) } },
      slip: { slip: { tax: (tax) => exact(tax + 1) } },
      swapped: { see: { subtotal: p2 } },
      lucky: { see: { p1: p2, p2: p1 } },
    },
    voices: [
      [
        { say: (v) => `The receipt lists ${things[0]} at $${money(v.p1)} and ${things[1]} at $${money(v.p2)}.`, see: (v) => `${things[0]}: $${money(v.p1)}; ${things[1]}: $${money(v.p2)}` },
        { say: (v) => `With the other two items the printed subtotal is $${money(v.subtotal)}.`, see: (v) => `SUBTOTAL: $${money(v.subtotal)}` },
        { say: (v) => `The tax is ${rate}% of $${money(v.subtotal)}, which is $${money(v.tax)}.` },
        { say: (v) => `To pay: $${money(v.subtotal)} + $${money(v.tax)} = $${money(v.pay)}.` },
      ],
      [
        { say: (v) => `Items on the receipt: $${money(v.p1)} for ${things[0]}, $${money(v.p2)} for ${things[1]}, $${money(v.p3)} for ${things[2]}, $${money(v.p4)} for ${things[3]}.`, see: (v) => `The receipt shows ${things[0]} $${money(v.p1)}, ${things[1]} $${money(v.p2)}, ${things[2]} $${money(v.p3)}, ${things[3]} $${money(v.p4)}` },
        { say: (v) => `The subtotal line reads $${money(v.subtotal)}.`, see: (v) => `The subtotal is $${money(v.subtotal)}` },
        { say: (v) => `Tax: \\(\\frac{${rate}}{100} \\times ${money(v.subtotal)} = ${money(v.tax)}\\).` },
        { say: (v) => `Sum: \\(${money(v.subtotal)} + ${money(v.tax)} = ${money(v.pay)}\\).` },
        { say: (v) => `Hence the amount to pay is $${money(v.pay)}.` },
      ],
      [
        { say: (v) => `Before tax the bill comes to $${money(v.subtotal)}; its first two lines are $${money(v.p1)} (${things[0]}) and $${money(v.p2)} (${things[1]}).`, see: (v) => `${things[0]} costs $${money(v.p1)}, ${things[1]} costs $${money(v.p2)}, and the subtotal is $${money(v.subtotal)}` },
        { say: (v) => `${rate}% of that: ${money(v.subtotal)} × ${rate / 100} = ${money(v.tax)}.` },
        { say: (v) => `${money(v.subtotal)} + ${money(v.tax)} = ${money(v.pay)}, so $${money(v.pay)} is due.` },
      ],
    ],
  });
});
