import { z } from 'zod';
import type { StepJudgment } from '../../../schema/index.js';
import type { JudgeStepsCall } from '../../verifier.js';
import { askModel } from '../ask-model.js';
import { descriptionValues, numberSteps, problemValues } from '../prompt-values.js';
import { readJson } from '../read-json.js';
import type { Toolbox } from '../toolbox.js';
import { TOP_LOGPROBS } from './ask-for-label.js';
import { readLabelArray } from './label-array.js';
import { labelsOf } from './labels.js';
import { isContextOverflow, noteOmitted } from './shorten-history.js';

/** Judges all steps of a solution in one call. What does not fit the context is cut in two, and the second half judged without the first. */
export function judgeBatch(toolbox: Toolbox, call: JudgeStepsCall): Promise<StepJudgment[]> {
  return toolbox.afterLead(call.images, () => judgeRange(toolbox, call, 0, call.solution.steps.length));
}

async function judgeRange(toolbox: Toolbox, call: JudgeStepsCall, from: number, to: number): Promise<StepJudgment[]> {
  try {
    return (await askForLabels(toolbox, call, from, to)).map((judgment) => noteOmitted(judgment, from));
  } catch (error) {
    if (!isContextOverflow(error) || to - from < 2) throw error;
    const middle = Math.ceil((from + to) / 2);
    return [...await judgeRange(toolbox, call, from, middle), ...await judgeRange(toolbox, call, middle, to)];
  }
}

function askForLabels({ models, prompts }: Toolbox, { problem, images, description, solution, signal }: JudgeStepsCall, from: number, to: number): Promise<StepJudgment[]> {
  const { prompt } = prompts.judge;
  const labels = labelsOf(prompt.answer);
  const count = to - from;
  const values = {
    ...problemValues(problem), ...descriptionValues(description),
    omitted: from === 0 ? null : String(from), steps: numberSteps(solution, from, to), count: String(count),
  };
  const arraySchema = z.array(z.unknown()).refine(({ length }) => length === count, { error: `expected an array of ${count} labels, one a step` });
  // No JSON constraint: an array of labels is short, and a constraint would hide how sure the model was.
  return askModel({ model: models.judge, prompt, values, images, reAsk: prompts.reAsk.prompt, sampleIndex: 0, topLogprobs: TOP_LOGPROBS, signal },
    (result) => readLabelArray(readJson(result, arraySchema), result, labels));
}
