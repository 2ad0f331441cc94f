import { subsetCount } from './subset-count.js';

/**
 * For each group of equal answers, the chance that it wins the vote among k candidates drawn without replacement, tied
 * groups sharing equally. Exact: for each number of votes j the others are counted by a generating function, in which
 * every group gives fewer than j votes, or j and ties.
 * @param sizes how many candidates gave each answer, from 1 up. @param abstaining how many gave none.
 * @returns one chance a group; they sum to 1, less the chance that nobody of the k votes.
 */
export function voteWinChances(sizes: readonly number[], abstaining: number, k: number): number[] {
  const subsets = subsetCount(sizes.reduce((sum, size) => sum + size, abstaining), k);
  const chances = new Map<number, number>();
  for (const size of new Set(sizes)) {
    const others = [...sizes];
    others.splice(others.indexOf(size), 1);
    let favourable = 0;
    for (let votes = 1; votes <= Math.min(size, k); votes += 1) {
      const ways = countOthers(others, abstaining, k - votes, votes);
      const shared = ways.reduce((sum, count, tied) => sum + count / (tied + 1), 0);
      favourable += subsetCount(size, votes) * shared;
    }
    chances.set(size, favourable / subsets);
  }
  return sizes.map((size) => chances.get(size) as number);
}

/** Ways to draw `drawn` candidates of the other groups and of those who abstain, no group with more than `most`, by how many groups have `most`. */
function countOthers(sizes: readonly number[], abstaining: number, drawn: number, most: number): number[] {
  // ways[tied][taken]
  let ways: number[][] = [Array.from({ length: drawn + 1 }, (_, taken) => subsetCount(abstaining, taken))];
  for (const size of sizes) {
    const canTie = size >= most && (ways.length + 1) * most <= drawn + most;
    const next = Array.from({ length: ways.length + (canTie ? 1 : 0) }, () => Array.from({ length: drawn + 1 }, () => 0));
    for (const [tied, row] of ways.entries()) {
      for (let taken = 0; taken <= Math.min(size, most, drawn); taken += 1) {
        const target = next[taken === most ? tied + 1 : tied];
        if (target === undefined) continue;
        const choices = subsetCount(size, taken);
        for (let before = 0; before + taken <= drawn; before += 1) target[before + taken] = (target[before + taken] as number) + choices * (row[before] as number);
      }
    }
    ways = next;
  }
  return ways.map((row) => row[drawn] as number);
}
