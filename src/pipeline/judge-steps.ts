import { ParseError } from '../errors/index.js';
import type { StepJudgment } from '../schema/index.js';
import type { JudgeStepsCall, Verifier } from '../verifiers/verifier.js';

/** Judges every step of a solution: one judgment a step, checked for number and range. */
export async function judgeSteps(verifier: Verifier, call: JudgeStepsCall): Promise<StepJudgment[]> {
  if (call.solution.steps.length === 0) return [];
  const judgments = await verifier.doJudgeSteps(call);
  if (judgments.length !== call.solution.steps.length) {
    throw new ParseError(`Expected ${call.solution.steps.length} judgments from ${verifier.id}, one a step, got ${judgments.length}.`);
  }
  return judgments.map((judgment) =>
    judgment.status === 'scored' && !(judgment.probability >= 0 && judgment.probability <= 1)
      ? { status: 'unscored', reason: `The judge gave ${judgment.probability}, which is not a probability.` }
      : judgment);
}
