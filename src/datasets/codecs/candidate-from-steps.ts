import type { Candidate } from '../../schema/index.js';

/** A candidate whose steps are known and whose visual premises nobody asked for. */
export function candidateFromSteps(index: number, steps: readonly string[], policy: string | undefined): Candidate {
  return {
    index,
    solution: { steps: steps.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' },
    ...(policy === undefined ? {} : { policy }),
  };
}
