import { findStatedAnswer } from '../../answers/index.js';
import type { Solution } from '../../schema/index.js';
import { oneLine } from '../../util/one-line.js';
import type { ComponentValue } from './reward-components.js';

/** Judges the form of a response: a number in [0,1]. */
export type FormatCheck = (response: { text: string | null; solution: Solution }) => number;

/** 1 when the response has a step and marks its final answer (\boxed{…}, an answer tag, "the answer is …"), else 0; or what the caller's check says. */
export function rateFormat(text: string | null, solution: Solution, check?: FormatCheck): ComponentValue {
  if (check) {
    let value: number;
    try {
      value = check({ text, solution });
    } catch (error) {
      return { value: null, reason: `the caller's check failed: ${oneLine(error)}` };
    }
    return value >= 0 && value <= 1 ? { value, reason: 'the caller\'s check' } : { value: null, reason: `the caller's check gave ${value}, which is not in [0,1]` };
  }
  const isMarked = text === null ? solution.finalAnswer !== undefined : findStatedAnswer(text) !== null;
  if (solution.steps.length === 0) return { value: 0, reason: 'no steps' };
  return isMarked ? { value: 1, reason: 'a marked final answer' } : { value: 0, reason: 'no marked final answer' };
}
