import { findMathsDollars } from '../../maths/find-maths-dollars.js';

/** LaTeX that only lays out, or that one sign says as well. Literal braces get signs of their own, since bare ones only group. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\\\\(?:\[[^\]]{0,10}\])?/g, '↵'],
  [/\\(?:left|right|[bB]igg?[lr]?|displaystyle|textstyle|limits)(?![a-zA-Z])\s?\.?(?=[^\d]|$)/g, ''],
  [/\\!|\{\}|\\(?:phantom|hspace\*?|vspace)\{[^{}]{0,40}\}/g, ''],
  [/\{,\}/g, ','],
  [/\\[,;: ]|~|\\q?quad(?![a-zA-Z])|\u00a0/g, ' '],
  [/\\text\s?\{\s*(and|or)\s*\}|\\(?:land|lor)(?![a-zA-Z])/g, ' and '],
  [/\\cup(?![a-zA-Z])/g, '∪'],
  [/\\infty(?![a-zA-Z])|\binfinity\b|\binf\b/g, '∞'],
  [/\\(?:emptyset|varnothing)(?![a-zA-Z])/g, '∅'],
  [/\\pm(?![a-zA-Z])|\+\/-|\+-/g, '±'],
  [/\\mp(?![a-zA-Z])/g, '∓'],
  [/\\in(?![a-zA-Z])/g, '∈'],
  [/\\l?brace(?![a-zA-Z])|\\\{/g, '⦃'],
  [/\\rbrace(?![a-zA-Z])|\\\}/g, '⦄'],
  [/\\(?:lbrack)(?![a-zA-Z])/g, '['],
  [/\\(?:rbrack)(?![a-zA-Z])/g, ']'],
  [/\\\(|\\\)|\\\[|\\\]|\*\*|`/g, ' '],
  [/<=/g, '≤'],
  [/>=/g, '≥'],
];

/** An answer's mathematics without mark-up: no delimiters, sizes or spacing commands, wide signs as plain ones. Linear in its length. */
export function cleanFormula(text: string): string {
  const plain = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const dollars = findMathsDollars(plain);
  let cleaned = plain.split('').filter((_, at) => !dollars.has(at)).join('');
  for (const [pattern, spelling] of spellings) cleaned = cleaned.replace(pattern, spelling);
  return trimEnds(cleaned);
}

/** Without white space around it, and without a final stop. */
function trimEnds(text: string): string {
  const trimmed = text.trim();
  return /[^.][.;]$/.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}
