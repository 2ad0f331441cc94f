import { combineEstimates, noEstimate, type Estimate } from './estimate.js';

/**
 * The plain mean of a figure over the sources where it exists.
 * @param groups the rows of each source. @param estimate the figure over some rows, one influence for each of them.
 * @returns the mean, and over how many sources it is.
 */
export function estimateMeanOfSources(rows: number, groups: Iterable<readonly number[]>, estimate: (rows: readonly number[]) => Estimate): { mean: Estimate; sources: number } {
  const parts: Estimate[] = [];
  for (const members of groups) {
    const { value, influence } = estimate(members);
    if (value === null) continue;
    const spread = new Float64Array(rows);
    for (const [place, row] of members.entries()) spread[row] = ((influence[place] as number) * rows) / members.length;
    parts.push({ value, influence: spread });
  }
  return { mean: parts.length === 0 ? noEstimate : combineEstimates(parts.map((part) => ({ estimate: part, weight: 1 / parts.length }))), sources: parts.length };
}
