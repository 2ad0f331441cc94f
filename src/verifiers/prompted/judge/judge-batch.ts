import { z } from 'zod';
import type { ChatModel } from '../../../models/chat-model.js';
import type { StepJudgment } from '../../../schema/index.js';
import type { JudgeStepsCall } from '../../verifier.js';
import { askModel } from '../ask-model.js';
import { descriptionValues, numberSteps, problemValues } from '../prompt-values.js';
import { readJson } from '../read-json.js';
import type { Toolbox } from '../toolbox.js';
import { judgeInRanges } from './judge-in-ranges.js';
import { readLabelArray } from './label-array.js';
import { labelsOf } from './labels.js';

/** Judges all steps of a solution in one call. */
export function judgeBatch(toolbox: Toolbox, judge: ChatModel, call: JudgeStepsCall): Promise<StepJudgment[]> {
  return toolbox.afterLead(call.images, () => judgeInRanges(0, call.solution.steps.length, (from, to) => askForLabels(toolbox, judge, call, from, to)));
}

function askForLabels({ prompts, settings, watchLogprobs }: Toolbox, judge: ChatModel, call: JudgeStepsCall, from: number, to: number): Promise<StepJudgment[]> {
  const { problem, images, description, solution, signal } = call;
  const { prompt } = prompts.judge;
  const labels = labelsOf(prompt.answer);
  const count = to - from;
  const values = {
    ...problemValues(problem), ...descriptionValues(description),
    omitted: from === 0 ? null : String(from), steps: numberSteps(solution, from, to), count: String(count),
  };
  const arraySchema = z.array(z.unknown()).refine(({ length }) => length === count, { error: `expected an array of ${count} labels, one a step` });
  // No JSON constraint: an array of labels is short, and a constraint would hide how sure the model was.
  return askModel({ model: judge, prompt, values, images, reAsk: prompts.reAsk.prompt, sampleIndex: 0, seed: settings.seed, logprobs: watchLogprobs, signal },
    (result) => readLabelArray(readJson(result, arraySchema), result, labels));
}
