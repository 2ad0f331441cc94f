import { AbortedError } from '../../../errors/index.js';
import type { ChatModel } from '../../../models/chat-model.js';
import { ModelError } from '../../../models/model-error.js';
import type { StepJudgment } from '../../../schema/index.js';
import { mapInOrder } from '../../../util/map-in-order.js';
import { oneLine } from '../../../util/one-line.js';
import type { JudgeStepsCall } from '../../verifier.js';
import type { Toolbox } from '../toolbox.js';
import { askCritic } from './ask-critic.js';
import { askForLabel } from './ask-for-label.js';
import { withShortenedHistory } from './shorten-history.js';
import { stepValues } from './step-values.js';

/** Failures that every other step would share. */
const hopeless = new Set<string>(['auth', 'quota', 'model-not-served', 'model-changed']);

/**
 * Judges steps one by one (modes per-step, turns and critic). The first step goes ahead alone, so that a prefix cache
 * knows the images and the question before the others come. A step that cannot be measured is unscored.
 */
export async function judgeEachStep(toolbox: Toolbox, model: ChatModel, call: JudgeStepsCall): Promise<StepJudgment[]> {
  const judge = (step: number): Promise<StepJudgment> => judgeOneStep(toolbox, model, call, step);
  const first = await toolbox.afterLead(call.images, () => judge(0));
  const judgments = [first];
  const others = call.solution.steps.slice(1).map((_, at) => at + 1);
  for await (const judgment of mapInOrder(others, toolbox.settings.stepConcurrency, judge)) judgments.push(judgment);
  return judgments;
}

/** Judges one step, with less history where all of it does not fit. What cannot be measured is unscored with its reason, unless no other step could be either. */
export async function judgeOneStep(toolbox: Toolbox, model: ChatModel, call: JudgeStepsCall, step: number): Promise<StepJudgment> {
  try {
    const { historySteps } = toolbox.settings;
    const earliest = historySteps === null ? 0 : Math.max(0, step - historySteps);
    return await withShortenedHistory(earliest, step, (omitted) => judgeStep(toolbox, model, call, step, omitted));
  } catch (error) {
    if (call.signal?.aborted || error instanceof AbortedError) throw error;
    if (error instanceof ModelError && hopeless.has(error.kind)) throw error;
    return { status: 'unscored', reason: oneLine(error) };
  }
}

function judgeStep({ prompts, settings, watchLogprobs }: Toolbox, model: ChatModel, call: JudgeStepsCall, step: number, omitted: number): Promise<StepJudgment> {
  const { images, signal } = call;
  const question = { model, prompt: prompts.judge.prompt, values: stepValues(call, step, omitted), images, reAsk: prompts.reAsk.prompt, seed: settings.seed, signal };
  return settings.judge === 'critic' ? askCritic(question, settings.votes) : askForLabel({ ...question, logprobs: watchLogprobs }, settings);
}
