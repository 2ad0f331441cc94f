import type { StepFinding } from '../../../schema/index.js';
import { checkRelation } from './check-relation.js';
import type { CheckedRelation, NumberExpression } from './check-relation.js';
import type { Assignment, Assignments } from './collect-assignments.js';
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

/** Values travel from step to step in rounded form, so every decimal stands for a range. */
const isRounded = ({ decimals }: NumberExpression): boolean => decimals > 0;

/**
 * Puts the values of names into the equations that hold them, and reports the first side of each formula that fails.
 * The later place is held to be wrong: the equation, or the value when the solution says that it follows. A value that
 * is read off or chosen after the equation may be the right one of the two, so nothing is reported.
 */
export function findContradictions(steps: readonly StepInContext[], { known: assignments, conflicts }: Assignments): LocatedFinding[] {
  const substituted = steps.flatMap((step, index) => (step.isPlainNotation ? step.formulas : []).flatMap((formula) => {
    const failed = findFailure(formula, assignments);
    if (failed === null || isHypothetical(step.text, failed.left.start, formula.sides.at(-1)?.end ?? failed.right.end, step.nextText)) return [];
    const here = { step: index, start: failed.left.start, end: failed.right.end, isDerived: true };
    const later = [...failed.known.values()].reduce<typeof here>((last, given) =>
      (given.step > last.step || (given.step === last.step && given.start > last.start) ? { ...given, isDerived: given.isDerived || given.step === index } : last), here);
    if (!later.isDerived) return [];
    return [{ step: later.step, finding: { kind: 'substitution', correct: false, text: describe(step.text, failed), start: later.start, end: later.end } }];
  }));
  return [...substituted, ...conflicts.map(({ given, used }) => ({ step: used.step, finding: {
    kind: 'carried-value', correct: false, start: used.start, end: used.end,
    text: `${used.name} = ${formatValue(used.value)} is used here, but step ${given.step + 1} gives ${given.name} = ${formatValue(given.value)}`,
  } }))];
}

interface Failure {
  readonly left: Side;
  readonly right: Side;
  readonly known: ReadonlyMap<string, Assignment>;
  readonly checked: CheckedRelation;
}

/** The first pair of sides that fails with the values put in; null when none does, or a name has no value. */
function findFailure(formula: Formula, assignments: ReadonlyMap<string, Assignment>): Failure | null {
  if (isDefinition(formula)) return null;
  for (const [i, relation] of formula.relations.entries()) {
    const [left, right] = [formula.sides[i], formula.sides[i + 1]];
    if (left === undefined || right === undefined || relation !== '=' || left.cutOff || right.cutOff || holdsFunction(left, right)) continue;
    const names = namesIn(left, right);
    const known = new Map([...names].flatMap((name) => {
      const assignment = assignments.get(name);
      return assignment === undefined ? [] : [[name, assignment] as const];
    }));
    if (names.size === 0 || known.size < names.size) continue;
    const checked = checkRelation(left.tokens, relation, right.tokens, { names: known, isRounded });
    if (checked?.outcome === 'fails') return { left, right, known, checked };
  }
  return null;
}

function describe(text: string, { left, right, known, checked }: Failure): string {
  const values = [...known].map(([name, { value }]) => `${name} = ${formatValue(value)}`).join(', ');
  return `${quote(text.slice(left.start, right.end))} does not hold for ${values}: the left side is ${formatValue(checked.left)}, the right side ${formatValue(checked.right)}`;
}

const namesIn = (...sides: readonly Side[]): Set<string> =>
  new Set(sides.flatMap(({ tokens }) => tokens.flatMap((token) => (token.kind === 'name' ? [token.name] : []))));

/** A chain with a name alone on one side gives that name its value; it is judged as arithmetic. */
const isDefinition = (formula: Formula): boolean =>
  formula.sides.some(({ tokens }) => tokens.length === 1 && tokens[0]?.kind === 'name') && namesIn(...formula.sides).size === 1;

const holdsFunction = (...sides: readonly Side[]): boolean => sides.some(({ tokens }) => tokens.some((token) => token.kind === 'function'));
