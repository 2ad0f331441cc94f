import type { PromptAnswer } from '../../../prompts/prompt.js';

/** The two answers of a judge prompt, as the model writes them. */
export interface Labels {
  positive: string;
  negative: string;
}

/** The labels of a judge prompt. Other prompts are refused when the verifier is made (checkPromptForJob). */
export function labelsOf(answer: PromptAnswer): Labels {
  if (!('positive' in answer)) throw new TypeError(`A prompt with answers of type ${answer.type} has no labels.`);
  return { positive: answer.positive, negative: answer.negative };
}
