import { toFractionText } from '../../../maths/rational.js';
import { checkRelation } from './check-relation.js';
import type { NumberExpression } from './check-relation.js';
import type { StepFormulas } from './collect-assignments.js';

const keyOf = (number: Pick<NumberExpression, 'value' | 'decimals'>): string => `${toFractionText(number.value)}:${number.decimals}`;

/**
 * Finds the decimals that a solution itself writes as rounded results (right of "≈", or of an "=" that only holds
 * rounded). Where such a decimal is used again, it stands for a range.
 */
export function findRoundedValues(steps: readonly StepFormulas[]): (number: NumberExpression) => boolean {
  const rounded = new Set<string>();
  const context = { names: new Map(), isRounded: () => false };
  for (const { sides, relations } of steps.flatMap(({ formulas }) => formulas)) {
    for (const [i, relation] of relations.entries()) {
      const [left, right] = [sides[i]?.tokens ?? [], sides[i + 1]?.tokens ?? []];
      const number = right.find((token) => token.kind === 'number');
      if (number?.kind !== 'number' || number.decimals === 0 || right.length > 3) continue;
      const checked = relation === '=' ? checkRelation(left, relation, right, context) : null;
      const isInexact = checked?.outcome === 'holds' && !('exact' in checked.left && 'exact' in checked.right && toFractionText(checked.left.exact) === toFractionText(checked.right.exact));
      if (relation === '≈' || isInexact) rounded.add(keyOf(number));
    }
  }
  return (number) => rounded.has(keyOf(number));
}
