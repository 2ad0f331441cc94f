import type { StepFinding } from '../../../schema/index.js';
import { checkRelation } from './check-relation.js';
import type { CheckContext, CheckedRelation } from './check-relation.js';
import { findFormulas } from './find-formulas.js';
import { formatValue } from './format-value.js';
import type { Side } from './formula.js';
import { isHypothetical } from './is-hypothetical.js';

/** A step's text with what surrounds it. */
export interface StepText {
  readonly text: string;
  /** The text of the next step, which may deny this one ("This is impossible."); empty for the last. */
  readonly nextText: string;
  /** A statement that fails is reported only when decimal notation is certain. */
  readonly isPlainNotation: boolean;
}

/** Checks each pair of neighbouring sides of each formula in a step. */
export function findStepFindings(step: StepText, context: CheckContext): StepFinding[] {
  return findFormulas(step.text).flatMap(({ sides, relations }) => relations.flatMap((relation, i) => {
    const [left, right] = [sides[i], sides[i + 1]];
    if (left === undefined || right === undefined) return [];
    const checked = checkRelation(left.tokens, relation, right.tokens, context);
    if (checked === null || checked.outcome === 'unclear') return [];
    const isDoubtful = left.cutOff || right.cutOff || !step.isPlainNotation;
    const holds = checked.outcome === 'holds';
    if (isDoubtful || (!holds && isHypothetical(step.text, left.start, sides.at(-1)?.end ?? right.end, step.nextText))) return [];
    return [{ kind: 'arithmetic', correct: holds, text: describe(step.text, left, right, relation, checked), start: left.start, end: right.end }];
  }));
}

/** One sentence: what stands there, and what it is. */
function describe(text: string, left: Side, right: Side, relation: string, checked: CheckedRelation): string {
  const statement = quote(text.slice(left.start, right.end));
  if (checked.outcome === 'holds') return `${statement} holds`;
  const [a, b] = [formatValue(checked.left), formatValue(checked.right)];
  return `${statement} is wrong: the left side is ${a}${a === b || right.tokens.length > 1 || relation !== '=' ? `, the right side ${b}` : ''}`;
}

/** The words of the step on one line, shortened in the middle when long. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 90)} … ${line.slice(-60)}`;
}
