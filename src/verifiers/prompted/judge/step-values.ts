import type { PromptValues } from '../../../prompts/render-prompt.js';
import type { JudgeStepsCall } from '../../verifier.js';
import { descriptionValues, numberSteps, problemValues } from '../prompt-values.js';

/** What a judge of one step may be shown: the problem, the description, and the steps from `omitted` up to the current one. */
export function stepValues({ problem, description, solution }: JudgeStepsCall, current: number, omitted: number): PromptValues {
  const steps = numberSteps(solution, omitted, current + 1);
  const previous = steps.slice(0, -1);
  return {
    ...problemValues(problem),
    ...descriptionValues(description),
    omitted: omitted === 0 ? null : String(omitted),
    steps,
    number: String(current + 1),
    step: steps.at(-1)?.text ?? '',
    previousSteps: previous,
    // Made only for the prompts that ask for them: their cost grows with the square of the steps.
    get previousStepsText() { return previous.length === 0 ? null : previous.map(({ number, text }) => `${number}. ${text}`).join('\n'); },
    get previousStepsJson() { return JSON.stringify(previous.map(({ text }) => text), null, 2); },
    firstStep: steps[0]?.text ?? '',
    laterSteps: steps.slice(1),
  };
}
