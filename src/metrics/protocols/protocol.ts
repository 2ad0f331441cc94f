import type { EvaluatedProblem } from '../evaluation/best-of-n-table.js';

/** How a benchmark makes its figure out of problems. */
export interface Protocol {
  /** Its name for `--protocol`. */
  name: string;
  /** The rule in one sentence. */
  rule: string;
  /** Where the rule is stated. */
  source: string;
  /** How many units the whole benchmark has; null where its size is not fixed. */
  units: number | null;
  /** The unit that a problem belongs to and its part in it; null for a problem that the benchmark's figure leaves out. */
  place(problem: EvaluatedProblem): { unit: string; part: string } | null;
  /** Whether a unit has all its parts. */
  isComplete(parts: ReadonlySet<string>): boolean;
  /**
   * The score of a unit, in [0,1], where each part is right with the given chance. Choices in different problems are
   * independent draws, so that chances multiply.
   */
  score(right: ReadonlyMap<string, number>): number;
}

/** The chance that all parts are right. */
export function allRight(chances: Iterable<number>): number {
  let all = 1;
  for (const chance of chances) all *= chance;
  return all;
}

/** A unit of one problem. */
export const ONE_PART = 'problem';
