import { approximate } from '../../../maths/approximation.js';
import type { Formula } from './formula.js';
import { readAssignment } from './read-assignment.js';
import type { ReadAssignment } from './read-assignment.js';

/** The one value that a solution gives to a name, where it gives it first. */
export interface Assignment extends ReadAssignment {
  /** 0-based. */
  readonly step: number;
}

/** A step's formulas with its text. */
export interface StepFormulas {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/**
 * The names to which the whole solution gives exactly one value, each with that value.
 * A name that is tried out, listed with several values, or given two different ones is left out: that is no mistake
 * (cases, trials, another scope), and nothing can be concluded from it.
 */
export function collectAssignments(steps: readonly StepFormulas[]): Map<string, Assignment> {
  const found = new Map<string, Assignment>();
  const dropped = new Set<string>();
  for (const [step, { text, formulas }] of steps.entries()) {
    for (const formula of formulas) {
      for (const name of namesOf(formula)) {
        const read = readAssignment(formula, name, text);
        const before = found.get(name);
        if (read === 'none') continue;
        if (read === 'doubtful' || (before !== undefined && !agrees(before, read))) dropped.add(name);
        else if (before === undefined) found.set(name, { ...read, step });
      }
    }
  }
  for (const name of dropped) found.delete(name);
  return found;
}

/** The names that stand alone on a side. */
const namesOf = (formula: Formula): string[] =>
  formula.sides.flatMap(({ tokens: [token, ...rest] }) => (token?.kind === 'name' && rest.length === 0 ? [token.name] : []));

/** Whether two values of a name may be the same, within the rounding of both. */
function agrees(a: ReadAssignment, b: ReadAssignment): boolean {
  const [x, y] = [approximate(a.loose), approximate(b.loose)];
  return Math.abs(x.value - y.value) <= x.error + y.error;
}
