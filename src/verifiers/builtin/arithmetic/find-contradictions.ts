import type { StepFinding } from '../../../schema/index.js';
import { checkRelation } from './check-relation.js';
import type { NumberExpression } from './check-relation.js';
import type { Assignment } from './collect-assignments.js';
import { quote } from './describe-check.js';
import type { StepInContext } from './find-step-findings.js';
import { formatValue } from './format-value.js';
import type { Formula, Side } from './formula.js';
import { isHypothetical } from './is-hypothetical.js';

export interface LocatedFinding {
  /** 0-based step. */
  readonly step: number;
  readonly finding: StepFinding;
}

/**
 * Puts the values of names into the equations that hold them. A statement that fails is held against the later of the
 * two places: the equation, or the step that gave the value.
 */
export function findContradictions(steps: readonly StepInContext[], assignments: ReadonlyMap<string, Assignment>): LocatedFinding[] {
  // Values travel from step to step in rounded form, so every decimal stands for a range here.
  const context = { isRounded: (number: NumberExpression): boolean => number.decimals > 0 };
  return steps.flatMap((step, index) => step.formulas.flatMap((formula) => formula.relations.flatMap((relation, i) => {
    const [left, right] = [formula.sides[i], formula.sides[i + 1]];
    if (left === undefined || right === undefined || relation !== '=' || !step.isPlainNotation || left.cutOff || right.cutOff) return [];
    const names = namesIn(left, right);
    const given = [...names].map((name) => [name, assignments.get(name)] as const);
    if (names.size === 0 || isDefinition(formula) || given.some(([, assignment]) => assignment === undefined) || holdsFunction(left, right)) return [];
    const known = new Map(given.flatMap(([name, assignment]) => (assignment === undefined ? [] : [[name, assignment] as const])));
    const checked = checkRelation(left.tokens, relation, right.tokens, { names: known, ...context });
    if (checked?.outcome !== 'fails' || isHypothetical(step.text, left.start, formula.sides.at(-1)?.end ?? right.end, step.nextText)) return [];
    const values = [...known].map(([name, { value }]) => `${name} = ${formatValue(value)}`).join(', ');
    const later = [...known.values()].reduce((last, assignment) => (assignment.step > last.step ? assignment : last), { step: index, start: left.start, end: right.end });
    const text = `${quote(step.text.slice(left.start, right.end))} does not hold for ${values}: the left side is ${formatValue(checked.left)}, the right side ${formatValue(checked.right)}`;
    return [{ step: later.step, finding: { kind: 'substitution', correct: false, text, start: later.start, end: later.end } }];
  })));
}

const namesIn = (...sides: readonly Side[]): Set<string> =>
  new Set(sides.flatMap(({ tokens }) => tokens.flatMap((token) => (token.kind === 'name' ? [token.name] : []))));

/** A chain with a name alone on one side gives that name its value; it is judged as arithmetic. */
const isDefinition = (formula: Formula): boolean =>
  formula.sides.some(({ tokens }) => tokens.length === 1 && tokens[0]?.kind === 'name') && namesIn(...formula.sides).size === 1;

const holdsFunction = (...sides: readonly Side[]): boolean => sides.some(({ tokens }) => tokens.some((token) => token.kind === 'function'));
