import { UsageError } from '../errors/index.js';
import { checkSubsetSize } from './check-subset-size.js';
import { voteWinChances } from './vote-win-chances.js';

/** Beyond this many candidates the counts of subsets leave the range of a double. */
const MOST_CANDIDATES = 1000;

/** A candidate as a vote sees it. */
export interface VotingCandidate {
  /** Equal answers have equal keys; null abstains. */
  answer: number | string | null;
  correct: boolean;
}

/**
 * Vote@k of one problem (self-consistency): the expected correctness of the most frequent answer among k candidates drawn
 * without replacement, tied answers sharing equally. Exact for every n and k. A group's correctness is that of its members
 * on average; where nobody votes nothing is chosen, which counts as not correct.
 * @param chances how the chances of the groups are found; a caller with many problems may keep them.
 * @returns a number in [0,1]; null when there are fewer than k candidates.
 * @throws UsageError unless k is an integer from 1 up, or for more than 1,000 candidates.
 */
export function voteAtK(candidates: readonly VotingCandidate[], k: number, chances: typeof voteWinChances = voteWinChances): number | null {
  checkSubsetSize(k);
  if (candidates.length > MOST_CANDIDATES) throw new UsageError(`Expected at most ${MOST_CANDIDATES} candidates in a vote, got ${candidates.length}`);
  if (candidates.length < k) return null;
  const groups = new Map<number | string, { size: number; right: number }>();
  let voters = 0;
  for (const { answer, correct } of candidates) {
    if (answer === null) continue;
    voters += 1;
    const group = groups.get(answer);
    if (group === undefined) groups.set(answer, { size: 1, right: Number(correct) });
    else {
      group.size += 1;
      group.right += Number(correct);
    }
  }
  const list = [...groups.values()].sort((a, b) => b.size - a.size);
  const shares = chances(list.map(({ size }) => size), candidates.length - voters, k);
  return list.reduce((sum, { size, right }, place) => sum + (shares[place] as number) * (right / size), 0);
}
