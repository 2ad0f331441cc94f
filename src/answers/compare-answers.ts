import { compareForms, type FormComparison } from './compare/compare-forms.js';
import { readForms } from './forms/read-forms.js';
import { normalizeAnswer } from './normalize-answer.js';
import { findOptions } from './options/find-options.js';
import { readInlineOptions } from './options/read-inline-options.js';
import { readLetterRun, readOptionLetters } from './options/read-option-letters.js';
import { readOptionLetter } from './options/read-option-letter.js';

export interface CompareOptions {
  /** The texts of the options A, B, C, … of a multiple-choice question; none for an open question. */
  readonly choices?: readonly string[] | undefined;
  /** The question: options that it lists itself count where `choices` are absent. */
  readonly question?: string | undefined;
}

/** The outcome of a comparison, and what decided it. */
export interface AnswerComparison {
  /** True: they say the same. False: they surely differ. Null: it cannot be told, as for two different free texts. */
  readonly equal: boolean | null;
  readonly how: 'identical' | 'spelling' | 'option' | 'yes-no' | 'empty' | 'too-long' | FormComparison['how'];
}

/** Longer answers are compared by spelling only, so that a comparison takes milliseconds whatever it is given. */
const MAX_CHARACTERS = 1000;
const opposites = [['yes', 'no'], ['true', 'false'], ['correct', 'incorrect']];

/**
 * Compares two answers: equal spelling, the same options of a multiple-choice question (by letter or by content), or
 * the same value (numbers with units, formulas, equations, lists, sets, intervals, matrices; tolerances in
 * `compareValues`). Symmetric, and true of an answer and itself; bounded for any input; nothing is evaluated as code.
 */
export function compareAnswers(a: string, b: string, { choices, question }: CompareOptions = {}): AnswerComparison {
  if (a.trim() === '' || b.trim() === '') return { equal: null, how: 'empty' };
  if (a === b) return { equal: true, how: 'identical' };
  if (a.length > MAX_CHARACTERS || b.length > MAX_CHARACTERS) return a.trim() === b.trim() ? { equal: true, how: 'spelling' } : { equal: null, how: 'too-long' };
  const [left, right] = [normalizeAnswer(a), normalizeAnswer(b)];
  if (left === right && left !== '') return { equal: true, how: 'spelling' };
  return compareByOption(a, b, choices?.length ? choices : question === undefined ? null : readInlineOptions(question))
    ?? compareLetterLists(a, b) ?? compareLetters(a, b) ?? compareByReading(a, b)
    ?? (opposites.some((pair) => pair.includes(left) && pair.includes(right)) ? { equal: false, how: 'yes-no' } : { equal: null, how: 'words' });
}

/** Whether two answers say the same; null when it cannot be told. See `compareAnswers`. */
export const sameAnswer = (a: string, b: string, options: CompareOptions = {}): boolean | null => compareAnswers(a, b, options).equal;

function compareByOption(a: string, b: string, choices: readonly string[] | null): AnswerComparison | null {
  if (choices === null) return null;
  const [first, second] = [findOptions(a, choices), findOptions(b, choices)];
  if (first === null || second === null) return null;
  return { equal: first.length === 0 || second.length === 0 ? null : first.join() === second.join(), how: 'option' };
}

/** "A, C" and "C and A"; "AC" only beside a list of letters. */
function compareLetterLists(a: string, b: string): AnswerComparison | null {
  const [first, second] = [readOptionLetters(a), readOptionLetters(b)];
  if ((first?.length ?? 0) < 2 && (second?.length ?? 0) < 2) return null;
  const [x, y] = [first ?? readLetterRun(a), second ?? readLetterRun(b)];
  return x === null || y === null ? null : { equal: x.join() === y.join(), how: 'option' };
}

/** An agreement of any two readings counts; else a difference of any two that can be compared. */
function compareByReading(a: string, b: string): AnswerComparison | null {
  const others = readForms(b);
  const comparisons = readForms(a).flatMap((x) => others.map((y) => compareForms(x, y)));
  return comparisons.find(({ equal }) => equal === true) ?? comparisons.find(({ equal }) => equal === false) ?? null;
}

function compareLetters(a: string, b: string): AnswerComparison | null {
  const [first, second] = [readOptionLetter(a), readOptionLetter(b)];
  return first === null || second === null ? null : { equal: first === second, how: 'option' };
}
