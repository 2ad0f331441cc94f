import { approximate } from '../../../maths/approximation.js';
import type { Formula } from './formula.js';
import { readAssignment } from './read-assignment.js';
import type { ReadAssignment } from './read-assignment.js';

/** A value that a solution gives to a name, and where. */
export interface Assignment extends ReadAssignment {
  readonly name: string;
  /** 0-based. */
  readonly step: number;
}

/** A step's formulas with its text. */
export interface StepFormulas {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/** What a solution says about its names. */
export interface Assignments {
  /** The names that have one value all over, each where it is given first. */
  readonly known: ReadonlyMap<string, Assignment>;
  /** Values used as known that differ from the one value derived before. */
  readonly conflicts: readonly { readonly given: Assignment; readonly used: Assignment }[];
}

/**
 * Collects the values of names over all steps. A name that is tried out, listed with several values, or given two
 * different ones is left out: that is no mistake (cases, trials, another scope), and nothing can be concluded from it.
 * The exception: a derived value, and later nothing but uses "since x = …" of another one.
 */
export function collectAssignments(steps: readonly StepFormulas[]): Assignments {
  const read = new Map<string, Assignment[]>();
  const doubtful = new Set<string>();
  for (const [step, { text, formulas }] of steps.entries()) {
    for (const formula of formulas) {
      for (const name of namesOf(formula)) {
        const assignment = readAssignment(formula, name, text);
        if (assignment === 'doubtful') doubtful.add(name);
        else if (assignment !== 'none') {
          const earlier = read.get(name);
          if (earlier === undefined) read.set(name, [{ ...assignment, name, step }]);
          else earlier.push({ ...assignment, name, step });
        }
      }
    }
  }
  const known = new Map<string, Assignment>();
  const conflicts: { given: Assignment; used: Assignment }[] = [];
  for (const [name, [first, ...others]] of read) {
    if (first === undefined || doubtful.has(name)) continue;
    const differing = others.filter((other) => !agrees(first, other));
    if (differing.length === 0) known.set(name, first);
    else if (first.isDerived && differing.every(({ isRestated, step }) => isRestated && step > first.step)) {
      conflicts.push(...differing.map((used) => ({ given: first, used })));
    }
  }
  return { known, conflicts };
}

/** The names that stand alone on a side. */
const namesOf = (formula: Formula): string[] =>
  formula.sides.flatMap(({ tokens: [token, ...rest] }) => (token?.kind === 'name' && rest.length === 0 ? [token.name] : []));

/** Whether two values of a name may be the same, within the rounding of both. */
function agrees(a: ReadAssignment, b: ReadAssignment): boolean {
  const [x, y] = [approximate(a.loose), approximate(b.loose)];
  return Math.abs(x.value - y.value) <= x.error + y.error;
}
