import type { Quantity } from '../../../maths/find-quantities.js';
import type { LabelBook } from './label-book.js';
import type { Mention } from './find-mentions.js';
import type { Token } from './tokenise.js';
import { tokenise } from './tokenise.js';

const leadIn = /\b(?:in|at|for|during|when|where|on|under|year|row|column)\s+(?:the\s+)?["'“‘]?$/i;
const leadOut = /^["'”’]?\s*(?::|\||→|->|\(\p{L}|(?:has|had|have|reads?|shows?|column|row)\b)/iu;
const bracketed = (before: string, after: string): boolean => before.endsWith('(') && after.startsWith(')');

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
    const corner = stemsOf(cells.flatMap((constraint) => constraint.subject.slice(2)));
    const columns = stemsOf(cells.flatMap((constraint) => constraint.subject.slice(1, 2)));
    const next = /^\s+\p{L}/u.test(after) ? (tokens[at + 1]?.stem ?? '') : '';
    if (columns.has(next) && !corner.has(next)) return false;
    const near = [tokens[at - 2], tokens[at - 1], tokens[at + 1]].some((token) => token !== undefined && corner.has(token.stem) && !(columns.has(token.stem)));
    return near || leadIn.test(before) || leadOut.test(after) || bracketed(before, after);
  });
}

const stemsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => tokenise(text).map((token) => token.stem)));
