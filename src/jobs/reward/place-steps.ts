import type { Solution, Verification } from '../../schema/index.js';
import type { RewardedStep } from './reward-detail.js';

/** The rewards of the steps, each with its place in the exact response. */
export function placeSteps(solution: Solution, verification: Verification): RewardedStep[] {
  return verification.steps.map(({ index, judgment, raw, gated, isVisual, gateFailure }) => {
    const { charStart, charEnd } = solution.steps[index] ?? {};
    const isUnscored = judgment.status === 'unscored' || gateFailure !== null;
    return {
      index,
      status: isUnscored ? 'unscored' : gated === null ? 'no-evidence' : 'ok',
      reward: gated, raw, isVisual,
      scoreSource: judgment.status === 'scored' ? judgment.source : null,
      ...(charStart === undefined || charEnd === undefined ? {} : { charStart, charEnd }),
    };
  });
}
