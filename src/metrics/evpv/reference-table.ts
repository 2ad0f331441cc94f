import { isTied } from '../../scoring/index.js';
import { isReferenceRight, listAcceptedSpellings } from './is-reference-right.js';
import { REFERENCE_STRATEGIES, referenceStrategies, type ReferenceStrategy } from './reference-strategies.js';

/** One of the numbered responses of a problem. */
export interface ReferenceSlot {
  answer: string | null;
  /** Raw step scores, +1 or -1; empty where there are none. */
  scores: readonly number[];
}

/** A problem as the reference reads it; a slot that is missing is null. */
export interface ReferenceProblem {
  source: string;
  answer: string | null;
  choices?: readonly string[] | undefined;
  slots: readonly (ReferenceSlot | null)[];
}

/** Counts of right problems for k = 1, 2, …: the first k slots, not a mean over subsets. */
interface ReferenceCounts {
  total: number;
  pass: number[];
  bon: number[];
}

/** One strategy's table, by source and under OVERALL. */
interface ReferenceTable {
  /** The slot, counted from 1 as the reference does, whose answers make Pass@1. */
  best_slot: number;
  stats: Record<string, ReferenceCounts>;
}

export type ReferenceTables = Record<ReferenceStrategy, ReferenceTable>;

const MISSING = -1;

/**
 * The reference's Best-of-N tables, by its own rules: the first k slots of each problem; a choice counts as right when any of the
 * tied best is; Pass@1 is the slot that does best on these very problems; a response without scores scores 0, a missing one -1.
 * Its numbers are not comparable with exact expectations: ties raise BoN@k, the best slot raises Pass@1.
 */
export function makeReferenceTables(problems: readonly ReferenceProblem[], slots = 8): ReferenceTables {
  const judged = problems.map((problem) => {
    const accepted = listAcceptedSpellings(problem.answer, problem.choices);
    return { problem, right: Array.from({ length: slots }, (_, slot) => isReferenceRight(problem.slots[slot]?.answer ?? null, accepted)) };
  });
  const rightBySlot = Array.from({ length: slots }, (_, slot) => judged.filter(({ right }) => right[slot]).length);
  const bestSlot = rightBySlot.indexOf(Math.max(...rightBySlot));
  return Object.fromEntries(REFERENCE_STRATEGIES.map((strategy): [string, ReferenceTable] => {
    const stats: Record<string, ReferenceCounts> = {};
    for (const { problem, right } of judged) {
      const scores = Array.from({ length: slots }, (_, slot) => scoreSlot(problem.slots[slot] ?? null, strategy));
      for (const name of [problem.source, 'OVERALL']) addProblem((stats[name] ??= startCounts(slots)), { right, scores, bestSlot });
    }
    return [strategy, { best_slot: bestSlot + 1, stats }];
  })) as ReferenceTables;
}

function scoreSlot(slot: ReferenceSlot | null, strategy: ReferenceStrategy): number {
  return slot === null ? MISSING : referenceStrategies[strategy](slot.scores);
}

function addProblem(counts: ReferenceCounts, { right, scores, bestSlot }: { right: readonly boolean[]; scores: readonly number[]; bestSlot: number }): void {
  counts.total += 1;
  for (let k = 1; k <= right.length; k += 1) {
    const first = scores.slice(0, k);
    const best = Math.max(...first);
    const passes = k === 1 ? right[bestSlot] === true : right.slice(0, k).includes(true);
    const chosen = first.some((score, slot) => right[slot] === true && isTied(score, best));
    counts.pass[k - 1] = (counts.pass[k - 1] ?? 0) + Number(passes);
    counts.bon[k - 1] = (counts.bon[k - 1] ?? 0) + Number(chosen);
  }
}

function startCounts(slots: number): ReferenceCounts {
  const zeros = (): number[] => Array.from({ length: slots }, () => 0);
  return { total: 0, pass: zeros(), bon: zeros() };
}
