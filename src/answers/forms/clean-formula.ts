import { findMathsDollars } from '../../maths/find-maths-dollars.js';

/** LaTeX that only lays out, or that one sign says as well. Literal braces get signs of their own, since bare ones only group. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\\\\(?:\[[^\]]{0,10}\])?/g, '↵'],
  // A sentence or a number in a text group; a unit stays in its own.
  [/\\text(?:rm|bf|it)?\s?\{([^{}]*[,:;\d][^{}]*)\}/g, '$1'],
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
  [/\\\(|\\\)|\\\[|\\\]|(?<![\d)])\*\*|\*\*(?![\d(-])|`/g, ' '],
  [/<=/g, '≤'],
  [/>=/g, '≥'],
  // "216. cm": a point without digits behind it.
  [/(?<=\d)\.(?=\s{0,3}(?:\\(?!overline|dot|bar|[lc]dots)[a-z]|[a-z]))/gi, ''],
  [/^–(?=\d)/, '-'],
  [/\^\s?(?:\{\s?\\circ\s?\}|\\circ(?![a-zA-Z]))/g, '°'],
];

const boxed = /^\s*\\f?boxed\s?\{(.*)\}\s*$/s;

/** An answer's mathematics without mark-up: no delimiters, sizes or spacing commands, wide signs as plain ones. Linear in its length. */
export function cleanFormula(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const dollars = findMathsDollars(plain);
  let cleaned = plain.split('').filter((_, at) => !dollars.has(at)).join('');
  for (const [pattern, spelling] of spellings) cleaned = cleaned.replace(pattern, spelling);
  const box = boxed.exec(cleaned)?.[1];
  return trimEnds(multiplyBars(joinThousands(box ?? cleaned)).replace(/^\s*=/, ''));
}

/** "1 000 000" as one number. */
const joinThousands = (text: string): string => text.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d/])/g, (number) => number.replaceAll(' ', ''));

/** 3|x| is a product, as 3(x) is. */
const multiplyBars = (text: string): string =>
  text.replace(/((?<![\\a-zA-Z])[a-zA-Z]|[\d)}])?\s*\|([^|]{1,200})\|/g, (_, before: string | undefined, inside: string) => (before === undefined ? `|${inside}|` : `${before} \\cdot |${inside}|`));

/** Without white space around it, and without a final stop. */
function trimEnds(text: string): string {
  const trimmed = text.trim();
  return /[^.][.;]$/.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}
