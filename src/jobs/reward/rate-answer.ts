import { compareAnswers, readReferenceAnswer } from '../../answers/index.js';
import type { Problem, Solution } from '../../schema/index.js';
import type { ComponentValue } from './reward-components.js';

/**
 * 1 when the final answer says the same as the reference answer (see readReferenceAnswer), 0 when it does not, cannot be compared, or is
 * missing; null without a reference.
 */
export function rateAnswer({ answer, choices, question }: Problem, { finalAnswer }: Solution): ComponentValue {
  if (answer === undefined) return { value: null, reason: 'the problem has no reference answer' };
  if (finalAnswer === undefined) return { value: 0, reason: 'the response states no answer' };
  const { equal, how } = compareAnswers(finalAnswer, readReferenceAnswer(answer), { choices, question });
  return { value: equal === true ? 1 : 0, reason: equal === null ? `not the same words, and no value to compare (${how})` : how };
}
