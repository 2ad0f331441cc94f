import type { AnswerComparison } from '../../src/answers/compare-answers.js';
import { splitTopLevel } from '../../src/answers/forms/split-top-level.js';
import { normalizeAnswer } from '../../src/answers/normalize-answer.js';
import { readOptionLetter } from '../../src/answers/options/read-option-letter.js';
import type { Judged } from './disagreements.js';

const isBroken = (text: string): boolean => splitTopLevel(text, /,/y) === null;
const toLetters = (text: string): string => text.replace(/\\[a-z]+/gi, '').replace(/[^a-z\d]/gi, '').toLowerCase();
const isLetter = (text: string): boolean => /^[A-J]$/.test(text);

/** Why our verdict and the publishers' flag part; null when no rule fits, which is for a person to look at. */
export function explainDisagreement({ gold, answer, theirs, options }: Judged, { equal, how }: AnswerComparison): string | null {
  const choices = options.choices ?? [];
  const holdsLetter = readOptionLetter(answer) !== null || /^\W*(?:text|math)\w{0,2}\{\W*[A-J]\b/.test(answer);
  if (equal === true && how === 'option' && isLetter(gold) && !holdsLetter && !/^\W*[a-j]\W*$/.test(answer)) return 'the option is named by its content, their comparison wants its letter';
  if (isBroken(theirs ?? answer)) return 'their extracted text is broken LaTeX';
  if (theirs !== undefined && normalizeAnswer(theirs) !== normalizeAnswer(answer)) {
    const isChosen = choices.some((choice) => normalizeAnswer(choice) === normalizeAnswer(theirs));
    if (isChosen) return 'they replace an output by the option most similar to it';
    return toLetters(theirs).includes(toLetters(answer)) || isLetter(gold) ? 'their extraction glues letter, content or unit together' : 'their extraction takes another part of the response';
  }
  if (equal === true && how === 'option' && isLetter(gold)) return 'their comparison does not take a letter in brackets';
  if (equal === true && how === 'number') return 'their comparison does not take a percent sign, a unit or a noun';
  return null;
}
