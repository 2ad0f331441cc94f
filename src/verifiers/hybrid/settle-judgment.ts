import type { StepFinding, StepJudgment } from '../../schema/index.js';

type Scored = Extract<StepJudgment, { status: 'scored' }>;

/** How much likelier right steps are to pass a check of their arithmetic than wrong ones. */
const CONFIRMATION_ODDS = 4 / 3;
/** A right sum does not make a right step: no confirmation lifts a judgment above this. */
const MOST_BY_CONFIRMATION = 0.5;

/**
 * Settles a step between a model and exact arithmetic.
 * A veto (something checked is false) lowers the probability to what the arithmetic gives the step, and never raises it.
 * A confirmation (all that could be checked holds) multiplies the odds of a step that the model finds wrong by 4/3, to 0.5
 * at most; a step that the model finds right stays as it is.
 * A step that the model could not measure stays unscored, for it is tried again; one without evidence takes the arithmetic's judgment.
 * The arithmetic's findings are kept, and a change is recorded with both probabilities.
 */
export function settleJudgment(model: StepJudgment, arithmetic: StepJudgment): StepJudgment {
  if (arithmetic.status !== 'scored' || model.status === 'unscored') return model;
  if (model.status === 'no-evidence') return arithmetic;
  const isVeto = arithmetic.findings.some(({ correct }) => !correct);
  const probability = isVeto ? Math.min(model.probability, arithmetic.probability) : confirm(model.probability);
  const findings = [...model.findings, ...arithmetic.findings];
  if (probability === model.probability) return { ...model, findings };
  return { ...model, probability, source: isVeto ? 'builtin' : model.source, findings: [...findings, noteOverride(isVeto, { model, arithmetic, probability })] };
}

function confirm(probability: number): number {
  if (probability >= MOST_BY_CONFIRMATION) return probability;
  const raised = (CONFIRMATION_ODDS * probability) / (1 - probability + CONFIRMATION_ODDS * probability);
  return Math.min(MOST_BY_CONFIRMATION, raised);
}

function noteOverride(isVeto: boolean, { model, arithmetic, probability }: { model: Scored; arithmetic: Scored; probability: number }): StepFinding {
  const change = `${model.probability.toFixed(3)} (${model.source}) → ${probability.toFixed(3)}`;
  const reason = isVeto ? `arithmetic that is false gives the step ${arithmetic.probability.toFixed(3)} at most` : 'all of its arithmetic that can be checked holds';
  return { kind: isVeto ? 'arithmetic-veto' : 'arithmetic-confirmation', correct: !isVeto, text: `Probability ${change}: ${reason}.` };
}
