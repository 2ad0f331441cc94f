import type { PoolingEndpoint } from '../../../models/pooling-endpoint.js';
import { renderPrompt } from '../../../prompts/render-prompt.js';
import type { StepJudgment } from '../../../schema/index.js';
import type { JudgeStepsCall } from '../../verifier.js';
import { descriptionValues, problemValues, selectValues } from '../prompt-values.js';
import { toChatMessages } from '../to-chat-messages.js';
import type { Toolbox } from '../toolbox.js';
import { judgeInRanges } from './judge-in-ranges.js';

/** Judges all steps of a solution in one pass of a native process reward model. */
export function judgeByPooling(toolbox: Toolbox, endpoint: PoolingEndpoint, { problem, images, description, solution, signal }: JudgeStepsCall): Promise<StepJudgment[]> {
  const { prompt } = toolbox.prompts.judge;
  const values = selectValues(prompt, { ...problemValues(problem), ...descriptionValues(description) });
  const messages = toChatMessages(renderPrompt(prompt, values), images);
  const texts = solution.steps.map(({ text }) => text);
  return toolbox.afterLead(images, () => judgeInRanges(0, texts.length, async (from, to) => {
    const probabilities = await endpoint.doScoreSteps({ messages, steps: texts.slice(from, to), signal });
    return probabilities.map((probability) => ({ status: 'scored', probability, source: 'pooling', findings: [] }));
  }));
}
