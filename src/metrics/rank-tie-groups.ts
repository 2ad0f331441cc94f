import { isTied } from '../scoring/index.js';

/** Candidates that share one place in the ranking. */
export interface TieGroup {
  size: number;
  /** How many of them are right. */
  right: number;
}

/** Groups of candidates whose scores tie with the highest of the group, best group first. Leaves out those without a score. */
export function rankTieGroups(candidates: readonly { score: number | null; correct: boolean }[]): TieGroup[] {
  const ranked: { score: number | null; correct: boolean }[] = [];
  for (const candidate of candidates) if (candidate.score !== null) ranked.push(candidate);
  ranked.sort((a, b) => (b.score as number) - (a.score as number));
  const groups: TieGroup[] = [];
  let group: TieGroup | undefined;
  let top = 0;
  for (const { score, correct } of ranked) {
    if (group === undefined || !isTied(top, score as number)) {
      top = score as number;
      group = { size: 0, right: 0 };
      groups.push(group);
    }
    group.size += 1;
    if (correct) group.right += 1;
  }
  return groups;
}
