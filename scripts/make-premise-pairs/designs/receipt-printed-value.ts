import { drawReceipt } from '../../make-samples/drawing/draw-receipt.js';
import { money } from '../../make-samples/format-numbers.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { receiptTopics } from '../topics/receipt-topics.js';

/** The price of one article on a receipt. */
export const receiptPrintedValue: PairDesign = {
  imageKind: 'receipt', factKind: 'printed-value',
  draft: (random, look) => {
    const { shop, notes, articles } = random.pick(receiptTopics);
    const bought = random.shuffle([...articles]);
    const cents = bought.map(([, usual]) => usual + random.whole(-9, 9) * 5);
    const at = random.whole(0, bought.length - 1);
    const article = bought[at]?.[0] ?? '';
    const value = cents[at] ?? 0;
    const other = alterNumber(value, { from: 55, to: 9995, step: 5, others: cents.filter((_, index) => index !== at) }, random);
    const [count, voice] = [random.whole(2, 4), random.whole(0, 4)];
    return tellBoth(`What would ${count} of the article "${article}" cost?`, [value, other], (fact) => {
      const [price, total] = [money(fact / 100), money((fact * count) / 100)];
      return {
        fact: `${article}: $${price}`,
        drawing: drawReceipt({ shop, notes: [...notes], blocks: [{ rows: bought.map(([name], index) => [name, `$${money((index === at ? fact : cents[index] ?? 0) / 100)}`]) }], farewell: 'Thank you for your visit' }, look),
        steps: [
          [{ text: `${article} costs $${price}.`, see: `${article} costs $${price}` }, { text: `${count} of them cost ${count} × ${price} = ${total} dollars.` }],
          [{ text: `We look for one line of the receipt.` }, { text: `The receipt lists ${article} at $${price}.`, see: `${article}: $${price}` }, { text: `$${count} \\times ${price} = ${total}$` }],
          [{ text: `The price printed for ${article} is $${price}.`, see: `The price of ${article} is $${price}` }, { text: `That makes $${total}.` }],
          [{ text: `On the receipt, ${article} stands at $${price}.`, see: `The receipt shows $${price} for ${article}` }, { text: `${price} × ${count} = ${total}` }],
          [{ text: `One ${article} is ${price} dollars.`, see: `According to the receipt, ${article} is $${price}.` }, { text: `So ${count} are ${total} dollars.` }],
        ][voice] ?? [],
        answer: `$${total}`,
      };
    });
  },
};
