import type { StepJudgment } from '../../schema/index.js';

/**
 * Settles a step between a model and exact arithmetic.
 * A veto (something checked is false) lowers the probability to what the arithmetic gives such a step, 0.1, and never
 * raises it; the change is recorded with both probabilities.
 * A confirmation (all that could be checked holds) is recorded and moves nothing: a right sum does not make a right step. Sums
 * that hold are no rarer in steps labelled wrong than in those labelled right (bench/hybrid/overrides.ts), so they are no
 * reason to doubt a model that objects to something else.
 * A step that the model could not measure stays unscored, whatever the arithmetic says: it is tried again, and must not
 * depend on whether a call failed. A step without evidence takes the arithmetic's judgment.
 */
export function settleJudgment(model: StepJudgment, arithmetic: StepJudgment): StepJudgment {
  if (arithmetic.status !== 'scored' || model.status === 'unscored') return model;
  if (model.status === 'no-evidence') return arithmetic;
  const findings = [...model.findings, ...arithmetic.findings];
  const isVeto = arithmetic.findings.some(({ correct }) => !correct);
  if (!isVeto || arithmetic.probability >= model.probability) return { ...model, findings };
  const change = `${model.probability.toFixed(3)} (${model.source}) → ${arithmetic.probability.toFixed(3)}`;
  return { ...arithmetic, findings: [...findings, { kind: 'arithmetic-veto', correct: false, text: `Probability ${change}: exact arithmetic finds a false statement in the step.` }] };
}
