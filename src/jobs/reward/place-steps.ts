import type { Solution, Verification } from '../../schema/index.js';
import type { RewardedStep } from './reward-detail.js';
import { shapeSteps } from './shaping/shape-by-potential.js';

/** The rewards of the steps, each with its place in the exact response; shaped by their potential where there is a discount. */
export function placeSteps(solution: Solution, verification: Verification, potentialGamma: number | null): RewardedStep[] {
  const steps = verification.steps.map(({ index, judgment, raw, gated, isVisual, gateFailure }): RewardedStep => {
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
  if (potentialGamma === null) return steps;
  const shaped = shapeSteps(steps, potentialGamma);
  return steps.map((step, at) => ({ ...step, shaped: shaped[at] ?? null }));
}

/** The steps of a response that says nothing: none of them has a reward. */
export function blankSteps({ steps }: Solution): RewardedStep[] {
  return steps.map((_, index) => ({ index, status: 'no-evidence', reward: null, raw: null, isVisual: false, scoreSource: null }));
}
