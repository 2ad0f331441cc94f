import type { Quantity } from '../../../maths/find-quantities.js';
import type { LabelBook } from './label-book.js';
import type { Mention } from './find-mentions.js';
import type { Token } from './tokenise.js';

const leadIn = /\b(?:number\s+|(?:in|at|for|of|during|when|where|on|under|beside|next to|year|row|column)\s+(?:the\s+)?|the\s+)["'“‘]?$/i;
const leadOut = /^["'”’]?\s*(?::|\||→|->|\(\p{L}|[$€£]?\d|'s\b|(?:has|had|have|reads?|shows?|corresponds?|column|row)\b)/iu;
const bracketed = (before: string, after: string): boolean => before.endsWith('(') && /^(?:\)|,\s*[$€£]?[\d.,]+\))/.test(after);

/**
 * Whether a number of a claim names a row or column ("in 2007", "stem 2", "1 passenger") rather than being read off.
 * A label that is only a number counts where the claim introduces it as one, beside the words that head its column.
 */
export function isNumberName(quantity: Quantity, sentence: string, tokens: readonly Token[], mentions: readonly Mention[], book: LabelBook): boolean {
  const at = tokens.findIndex((token) => token.start < quantity.end && token.end > quantity.start);
  const around = mentions.filter((mention) => mention.full && mention.from <= at && mention.to > at);
  if (around.some((mention) => mention.label.stems.some((stem) => !/^\d/.test(stem)))) return true;
  const [before, after] = [sentence.slice(0, quantity.start), sentence.slice(quantity.end)];
  return around.some(({ label }) => {
    const cells = book.named.filter((constraint) => constraint.subject[0] === label.text);
    const corners = new Set(cells.flatMap((constraint) => constraint.subject.slice(2)));
    const columns = new Set(cells.flatMap((constraint) => constraint.subject.slice(1, 2)));
    const isNext = (mention: Mention): boolean => mention.from === at + 1 && /^\s+\p{L}/u.test(after);
    // "was spun 3 times" reads a value, though "Number spun" heads the rows.
    const isVerb = (mention: Mention): boolean => /^(?:is|are|was|were|be|been)$/.test(tokens[mention.from - 1]?.stem ?? '');
    const isPrevious = (mention: Mention): boolean => mention.to <= at && at - mention.to <= 1 && !isVerb(mention);
    // "6 boys" reads a value of the column Boys; "5 bunches" names a row of the column Number of bunches.
    if (mentions.some((mention) => columns.has(mention.label.text) && !corners.has(mention.label.text) && isNext(mention))) return false;
    const near = mentions.some((mention) => corners.has(mention.label.text) && !columns.has(mention.label.text) && (isNext(mention) || isPrevious(mention)));
    return near || leadIn.test(before) || leadOut.test(after) || bracketed(before, after);
  });
}
