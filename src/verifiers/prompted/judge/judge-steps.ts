import type { StepJudgment } from '../../../schema/index.js';
import type { JudgeStepsCall } from '../../verifier.js';
import { requireDescription } from '../choose-prompts.js';
import type { Toolbox } from '../toolbox.js';
import { judgeBatch } from './judge-batch.js';
import { judgeByPooling } from './judge-by-pooling.js';
import { judgeEachStep } from './judge-each-step.js';
import { judgeTurns } from './judge-turns.js';

/** Judges the steps of a solution in the mode of the verifier. */
export async function judgeSteps(toolbox: Toolbox, call: JudgeStepsCall): Promise<StepJudgment[]> {
  const { models: { judge }, prompts, settings } = toolbox;
  if (call.solution.steps.length === 0) return [];
  requireDescription(prompts.judge, call.description);
  if ('doScoreSteps' in judge) return judgeByPooling(toolbox, judge, call);
  switch (settings.judge) {
    case 'batch': return judgeBatch(toolbox, judge, call);
    case 'turns': return judgeTurns(toolbox, judge, call);
    default: return judgeEachStep(toolbox, judge, call);
  }
}
