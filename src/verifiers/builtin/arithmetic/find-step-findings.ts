import type { StepFinding } from '../../../schema/index.js';
import { checkCongruence, isCongruence } from './check-congruence.js';
import { checkRelation } from './check-relation.js';
import type { CheckContext } from './check-relation.js';
import type { StepFormulas } from './collect-assignments.js';
import { describeCheck } from './describe-check.js';
import { isHypothetical } from './is-hypothetical.js';

/** A step with what surrounds it. */
export interface StepInContext extends StepFormulas {
  /** The text of the next step, which may deny this one ("This is impossible."); empty for the last. */
  readonly nextText: string;
  /** Plain decimal arithmetic is certain: no other base, modulus or invented operation is in play. */
  readonly isPlainNotation: boolean;
}

/** Checks each pair of neighbouring sides of each formula in a step; statements without names only. */
export function findStepFindings(step: StepInContext, isRounded: CheckContext['isRounded']): StepFinding[] {
  return step.formulas.flatMap(({ sides, relations }) => relations.flatMap((relation, i) => {
    const [left, right] = [sides[i], sides[i + 1]];
    if (left === undefined || right === undefined) return [];
    const isModular = isCongruence(left.tokens, relation, right.tokens);
    const checked = isModular ? checkCongruence(left.tokens, right.tokens, sides.at(-1)?.tokens ?? [])
      : checkRelation(left.tokens, relation, right.tokens, { names: new Map(), isRounded });
    if (checked === null || checked.outcome === 'unclear') return [];
    const correct = checked.outcome === 'holds';
    const isDoubtful = left.cutOff || right.cutOff || (!step.isPlainNotation && !isModular);
    // What holds to the digit is no accident, whatever words stand around it; what fails may be misread.
    if (!correct && (isDoubtful || isHypothetical(step.text, left.start, sides.at(-1)?.end ?? right.end, step.nextText))) return [];
    return [{ kind: isModular ? 'congruence' : 'arithmetic', correct, text: describeCheck(step.text, { left, right }, relation, checked), start: left.start, end: right.end }];
  }));
}
