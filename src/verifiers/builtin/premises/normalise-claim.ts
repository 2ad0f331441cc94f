/** The longest claim that is looked into; a premise is a sentence, and work on it must stay bounded. */
export const LONGEST_CLAIM = 2000;

const latexWords: readonly (readonly [RegExp, string])[] = [
  [/\\(?:angle|measuredangle)\s*/g, '∠'],
  [/\^\s*\{?\s*\\circ\s*\}?/g, '°'],
  [/\\(?:text|mathrm|mathbf|textbf|overline|mathit|operatorname)\s*\{([^{}]*)\}/g, '$1'],
  [/\\(?:left|right|displaystyle|quad|,|;|!| )/g, ' '],
  [/\\[()[\]]/g, ' '],
  [/\\([$%&#_{}])/g, '$1'],
  // A pair of dollars around mathematics, not two prices.
  [/\$([^$\d\s][^$]{0,200}?)\$/g, '$1'],
];

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinalPlace = /\b(?:(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|(\d{1,2})(?:st|nd|rd|th))(?:,? and (?:last|final))?\s+(row|column)\b/giu;

/** Brings a claim into plain text: NFKC, no control or direction marks, LaTeX and JSON punctuation taken off. */
export function normaliseClaim(claim: string): string {
  let text = claim.slice(0, LONGEST_CLAIM + 1).normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' ? '\n' : ' ')).replaceAll('º', '°');
  for (const [pattern, plain] of latexWords) text = text.replace(pattern, plain);
  text = text.replace(/["“”]([^"“”]{1,80})["“”](?=\s*:)/gu, '$1').replace(/(?<=:\s*)["“”]([^"“”]{1,80})["“”]/gu, '$1');
  // "the second row" is the name that rows without labels have: "row 2".
  text = text.replace(ordinalPlace, (_, name: string | undefined, digits: string | undefined, kind: string) => `${kind} ${name === undefined ? digits : ordinals.indexOf(name.toLowerCase()) + 1}`);
  return text.replace(/^[\s{[]+(?=\S+[^{}[\]]*:)|[\s}]+$/g, '').replace(/\*\*/g, '').replace(/[^\S\n]{2,}/g, ' ').trim();
}
