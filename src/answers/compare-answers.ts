import { haveSameValue } from './have-same-value.js';
import { normalizeAnswer } from './normalize-answer.js';
import { readAnswerValue } from './read-answer-value.js';
import { readOptionLetter } from './read-option-letter.js';

export interface CompareOptions {
  /** The texts of the options A, B, C, … of a multiple-choice question; none for an open question. */
  readonly choices?: readonly string[] | undefined;
}

/**
 * Whether two answers say the same. Symmetric; bounded for any input.
 * True: equal spelling, the same option, or the same value (see `haveSameValue`). False: two different values, options
 * or yes/no words. Null when it cannot be told, as for two different free texts.
 */
export function sameAnswer(a: string, b: string, options: CompareOptions = {}): boolean | null {
  const [left, right] = [normalizeAnswer(a), normalizeAnswer(b)];
  if (left === '' || right === '') return null;
  if (left === right) return true;
  const choices = options.choices ?? [];
  if (choices.length > 0) {
    const [first, second] = [findOption(a, choices), findOption(b, choices)];
    if (first !== null && second !== null) return first === second;
  }
  const [x, y] = [readAnswerValue(a), readAnswerValue(b)];
  if (x !== null && y !== null) return haveSameValue(x, y);
  const [m, n] = [readOptionLetter(a), readOptionLetter(b)];
  if (m !== null && n !== null) return m === n;
  const words = new Set([left, right]);
  return [['yes', 'no'], ['true', 'false']].some((pair) => pair.every((word) => words.has(word))) ? false : null;
}

/** The index of the option an answer names, by its letter or by its content; null for none, or when both disagree. */
function findOption(answer: string, choices: readonly string[]): number | null {
  const byText = uniqueIndex(choices, (choice) => sameContent(stripLetter(answer), choice) || sameContent(answer, choice));
  const letter = readOptionLetter(answer);
  const byLetter = letter === null ? -1 : letter.charCodeAt(0) - 'A'.charCodeAt(0);
  if (byLetter < 0 || byLetter >= choices.length) return byText;
  // "(B) 12" with option B being 15: the answer contradicts itself.
  return byText === null || byText === byLetter || isOnlyLetter(answer) ? byLetter : null;
}

const stripLetter = (answer: string): string => answer.replace(/^[\s$*]*(?:\\(?:text|mathrm)\{)?\(?[A-Ja-j][).:]\s*\}?/, '');
const isOnlyLetter = (answer: string): boolean => /^[^A-Za-z]*(?:(?:option|choice|answer|text|mathrm|textbf|mathbf)[^A-Za-z]*)*[A-J][^A-Za-z0-9]*$/i.test(answer);

function sameContent(answer: string, choice: string): boolean {
  if (answer.trim() === '') return false;
  if (normalizeAnswer(answer) === normalizeAnswer(choice)) return true;
  const [x, y] = [readAnswerValue(answer), readAnswerValue(choice)];
  return x !== null && y !== null && haveSameValue(x, y);
}

function uniqueIndex(choices: readonly string[], test: (choice: string) => boolean): number | null {
  const matches = choices.flatMap((choice, i) => (test(choice) ? [i] : []));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
