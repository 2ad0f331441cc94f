import type { ProblemRecord } from '../schema/index.js';

/** What no schema can say of a record: indices are unique, labels are one a step, places lie in the text. Null when all is well. */
export function checkRecord({ candidates }: ProblemRecord): string | null {
  const seen = new Set<number>();
  for (const { index, solution, stepLabels, response } of candidates) {
    if (seen.has(index)) return `expected candidates with different \`index\`, got ${index} twice`;
    seen.add(index);
    if (stepLabels && stepLabels.length !== solution.steps.length) {
      return `expected one label a step, got ${stepLabels.length} labels for ${solution.steps.length} steps in candidate ${index}`;
    }
    const end = response?.length ?? Number.MAX_SAFE_INTEGER;
    for (const [i, { charStart, charEnd }] of solution.steps.entries()) {
      const [from, to] = [charStart ?? charEnd ?? 0, charEnd ?? charStart ?? 0];
      if (from > to || to > end) return `expected step ${i} of candidate ${index} to lie in its response, got characters ${from} to ${to}`;
    }
  }
  return null;
}
