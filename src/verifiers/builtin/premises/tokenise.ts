import { stemWord } from './stem-word.js';

/** A word of a text with its place, UTF-16 code units, end exclusive. */
export interface Token {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)?\.?|[$£€¥]?\d[\d,]*(?:\.\d+)?%?|∠/gu;

/** The words of a text; hyphens and punctuation separate, "Mr." and "Mr" are one. A number keeps its digits, without commas and currency. */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(word)].map((match) => {
    const found = match[0];
    const stem = found === '∠' ? 'angle' : /^[$£€¥]?\d/.test(found) ? plainNumber(found) : stemWord(found);
    return { stem, start: match.index, end: match.index + found.length };
  });
}

/** "$1,005.00" and "1005" are one name. */
function plainNumber(text: string): string {
  const bare = text.replace(/[$£€¥,%]/g, '');
  return bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare;
}
