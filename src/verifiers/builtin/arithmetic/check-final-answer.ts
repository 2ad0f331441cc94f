import { findStatedAnswer, readAnswerValue, sameAnswer } from '../../../answers/index.js';
import { findQuantities } from '../../../maths/find-quantities.js';
import { compare, absoluteValue } from '../../../maths/rational.js';
import type { StepFinding } from '../../../schema/index.js';
import { quote } from './describe-check.js';

/** Longer steps are not held against the answer. */
const MAX_CHARACTERS = 20_000;

/** "… is 44." at the end of a step: the verb, then what is concluded. */
const conclusion = /(?:\b(?:is|are|was|be|equals|has|have|gets?|of)|=|≈|\\approx)\s+([^=.\n]{1,60}(?:\.\d[^=.\n]{0,20})?)[.!*\s]*$/i;

/**
 * Holds the last step against the final answer. A finding only when the step states an answer whose value surely
 * differs, and the final answer's number stands nowhere in the step.
 */
export function checkFinalAnswer(lastText: string, finalAnswer: string, choices: readonly string[] | undefined): StepFinding | null {
  if (lastText.length > MAX_CHARACTERS) return null;
  const stated = findStatedAnswer(lastText) ?? readConclusion(lastText);
  const same = stated === null ? null : sameAnswer(stated, finalAnswer, { choices });
  if (stated === null || same === null) return null;
  const start = lastText.lastIndexOf(stated);
  const place = start < 0 ? {} : { start, end: start + stated.length };
  if (same) return { kind: 'final-answer', correct: true, text: `the step concludes ${quote(stated)}, the final answer`, ...place };
  if (mentions(lastText, finalAnswer)) return null;
  return { kind: 'final-answer', correct: false, text: `the last step concludes ${quote(stated)}, but the final answer is ${quote(finalAnswer)}`, ...place };
}

/** What the last sentence says its subject is, when that is a number. */
function readConclusion(text: string): string | null {
  const stated = conclusion.exec(text.trimEnd().slice(-120))?.[1]?.trim();
  return stated !== undefined && readAnswerValue(stated) !== null ? stated : null;
}

/** Whether the number of an answer stands anywhere in a text, whatever its sign or unit. */
function mentions(text: string, answer: string): boolean {
  const wanted = findQuantities(answer)[0];
  if (wanted === undefined) return text.toLowerCase().includes(answer.trim().toLowerCase());
  return findQuantities(text).some(({ value }) => compare(absoluteValue(value), absoluteValue(wanted.value)) === 0);
}
