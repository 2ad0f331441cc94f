import { isExact } from '../../../maths/approximation.js';
import { equal } from '../../../maths/rational.js';
import type { StepFinding } from '../../../schema/index.js';
import { checkCongruence, isCongruence } from './check-congruence.js';
import { checkRelation } from './check-relation.js';
import type { CheckContext, CheckedRelation } from './check-relation.js';
import type { StepFormulas } from './collect-assignments.js';
import { isIdentity } from './check-identity.js';
import { describeCheck, quote } from './describe-check.js';
import { findFormulas } from './find-formulas.js';
import type { Side } from './formula.js';
import { isHypothetical } from './is-hypothetical.js';

/** A step with what surrounds it. */
export interface StepInContext extends StepFormulas {
  /** The text of the next step, which may deny this one ("This is impossible."); empty for the last. */
  readonly nextText: string;
  /** Plain decimal arithmetic is certain: no other base, modulus or invented operation is in play. */
  readonly isPlainNotation: boolean;
}

/** Checks each pair of neighbouring sides of each formula in a step: statements without names, congruences, and identities that hold. */
export function findStepFindings(step: StepInContext, isRounded: CheckContext['isRounded']): StepFinding[] {
  return step.formulas.flatMap(({ sides, relations }) => relations.flatMap((relation, i) => {
    const [left, right] = [sides[i], sides[i + 1]];
    if (left === undefined || right === undefined) return [];
    const isModular = isCongruence(left.tokens, relation, right.tokens);
    const checked = isModular ? checkCongruence(left.tokens, right.tokens, sides.at(-1)?.tokens ?? [])
      : checkRelation(left.tokens, relation, right.tokens, { names: new Map(), isRounded });
    if (checked === null && relation === '=' && isIdentity(left.tokens, right.tokens)) {
      return [{ kind: 'identity', correct: true, text: `${quote(step.text.slice(left.start, right.end))} holds for all values`, start: left.start, end: right.end }];
    }
    if (checked === null || checked.outcome === 'unclear') return [];
    const correct = checked.outcome === 'holds';
    const isDoubtful = left.cutOff || right.cutOff || runsOn(checked, right, i + 2 < sides.length) || (!step.isPlainNotation && !isModular);
    // What holds to the digit is no accident, whatever words stand around it; what fails may be misread.
    if (!correct && (isDoubtful || isHypothetical(step.text, left.start, sides.at(-1)?.end ?? right.end, step.nextText))) return [];
    return [{ kind: isModular ? 'congruence' : 'arithmetic', correct, text: describeCheck(step.text, { left, right }, relation, checked), start: left.start, end: right.end }];
  }));
}

/** "7 - 3 = 4 + 2 = 6": each result goes on into the next sum. Careless writing, but no wrong computation. */
function runsOn({ left }: CheckedRelation, right: Side, goesOn: boolean): boolean {
  const [first, second] = right.tokens;
  return goesOn && first?.kind === 'number' && second?.kind === 'operator' && isExact(left) && equal(left.exact, first.value);
}

/** Whether a text states something false in plain numbers, as puzzles with an invented rule do: 1 + 4 = 5, 2 + 5 = 12. */
export function statesFalsehood(text: string): boolean {
  return findFormulas(text).some(({ sides, relations }) => relations.some((relation, i) =>
    checkRelation(sides[i]?.tokens ?? [], relation, sides[i + 1]?.tokens ?? [], { names: new Map(), isRounded: () => false })?.outcome === 'fails'));
}
