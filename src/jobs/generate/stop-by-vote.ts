import { countVotes } from './count-votes.js';
import type { StopRule } from './stop-rule.js';

/**
 * Stops when the vote over final answers can no longer change: the leader stays ahead, whatever the candidates say that are still
 * open or failed. Asks each time for as many as it takes at least until that can be so.
 */
export const stopByVote: StopRule = {
  id: 'vote',
  async decide({ problem, candidates, left, failed }) {
    const [lead = 0, second = 0] = countVotes(problem, candidates).map(({ votes }) => votes).sort((a, b) => b - a);
    const open = left + failed;
    if (lead > second + open) return 0;
    return Math.min(left, Math.floor((second + open - lead) / 2) + 1);
  },
  choose: ({ problem, candidates }) => countVotes(problem, candidates).reduce<{ first: number | null; votes: number }>((best, group) => (group.votes > best.votes ? group : best), { first: null, votes: 0 }).first,
};
