import { extractFinalAnswer } from '../answers/index.js';
import type { Solution } from '../schema/index.js';
import { splitSteps } from './split-steps.js';

/** A free-form response as a solution: cut into steps, its final answer read from the text, its visual premises not declared. */
export function solutionFromText(response: string): Solution {
  const finalAnswer = extractFinalAnswer(response);
  return { steps: splitSteps(response), ...(finalAnswer === null ? {} : { finalAnswer }), checklist: 'undeclared' };
}
