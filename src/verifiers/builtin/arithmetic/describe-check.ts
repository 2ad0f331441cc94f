import type { Relation } from '../../../maths/token.js';
import type { CheckedRelation } from './check-relation.js';
import { formatValue } from './format-value.js';
import type { Side } from './formula.js';

/** One sentence on a checked statement: what stands there, and what it is. */
export function describeCheck(text: string, sides: { left: Side; right: Side }, relation: Relation, checked: CheckedRelation): string {
  const statement = quote(text.slice(sides.left.start, sides.right.end));
  if (checked.outcome === 'holds') return `${statement} holds`;
  const [left, right] = [formatValue(checked.left), formatValue(checked.right)];
  const isResult = relation === '=' && sides.right.tokens.length === 1 && left !== right;
  return `${statement} is wrong: ${isResult ? `it is ${left}` : `the left side is ${left}, the right side ${right}`}`;
}

/** The words of the step on one line, shortened in the middle when long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 90)} … ${line.slice(-60)}`;
}
