import { drawReceipt } from '../drawing/draw-receipt.js';
import { drawTable } from '../drawing/draw-table.js';
import { exact, money } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Juice Bar Menu', shop: 'JUICE BAR', notes: ['Pavilion 2'], things: ['Mango', 'Ginger', 'Beetroot', 'Orange'], farewell: 'Stay fresh!' },
  { title: 'Photo Lab Prices', shop: 'PHOTO LAB', notes: ['Station Arcade'], things: ['Poster', 'Canvas', 'Album', 'Mug'], farewell: 'Keep this slip' },
];

/** A price list and a receipt that overcharges: by how much? */
export const tableReceiptCheck = designOver('two-images', topics, ({ title, shop, notes, things, farewell }, { random, look }) => {
  const prices = random.shuffle([6.2, 7.5, 8.4, 9.8]);
  const row = random.whole(0, 3);
  const [item, price] = [things[row] ?? '', prices[row] ?? 0];
  const count = random.whole(3, 5);
  const charged = exact(count * price + random.pick([1.5, 2.5]));
  return sealDraft({
    question: `Compare the price list with the receipt for ${count} pieces of "${item}". By how much did the customer pay too much?`,
    drawings: [
      drawTable({ title, headers: ['Item', 'Price'], rows: things.map((thing, index) => [thing, `$${money(prices[index] ?? 0)}`]), finish: 'stripes' }, look),
      drawReceipt({ shop, notes, blocks: [{ rows: [['Item', item], ['Quantity', String(count)]] }, { rows: [['PAID', `$${money(charged)}`]], strong: true }], farewell }, look),
    ],
    seen: { price, paid: charged },
    derive: ({ price, paid }, slip) => {
      const due = slip('due', exact(count * price));
      return { due, excess: slip('excess', exact(paid - due)) };
    },
    answer: ({ excess }) => `$${money(excess)}`,
    mistakes: {
      misread: { see: { paid: exact(charged + 0.5) } },
      swapped: { see: { price: Math.min(...prices.filter((other) => other !== price)) } },
      slip: { slip: { due: (due) => exact(due - 0.4) } },
      lucky: { see: { price: exact(price + 0.1), paid: exact(charged + 0.1 * count) } },
    },
    voices: [
      [
        { say: (v) => `The price list has ${item} at $${money(v.price)}.`, see: (v) => `${item}: $${money(v.price)}` },
        { say: (v) => `${count} pieces should cost ${count} × ${money(v.price)} = ${money(v.due)} dollars.` },
        { say: (v) => `The receipt shows that $${money(v.paid)} was paid.`, see: (v) => `PAID: $${money(v.paid)}` },
        { say: (v) => `So the customer paid ${money(v.paid)} − ${money(v.due)} = ${money(v.excess)} dollars too much.` },
      ],
      [
        { say: (v) => `Second image: the amount paid is $${money(v.paid)}.`, see: (v) => `The amount paid is $${money(v.paid)}` },
        { say: (v) => `First image: one ${item} is $${money(v.price)}.`, see: (v) => `In the price list the price of ${item} is $${money(v.price)}` },
        { say: (v) => `Correct amount: \\(${count} \\cdot ${money(v.price)} = ${money(v.due)}\\)` },
        { say: (v) => `Overpayment: \\(${money(v.paid)} - ${money(v.due)} = ${money(v.excess)}\\)` },
        { say: (v) => `The answer is $${money(v.excess)}.` },
      ],
      [
        { say: (v) => `At $${money(v.price)} apiece, ${count} × $${money(v.price)} = $${money(v.due)} would be right.`, see: (v) => `The row ${item} shows $${money(v.price)}` },
        { say: (v) => `On the slip stands $${money(v.paid)}.`, see: (v) => `The receipt shows $${money(v.paid)} paid` },
        { say: (v) => `$${money(v.paid)} - $${money(v.due)} = $${money(v.excess)}` },
      ],
    ],
  });
});
