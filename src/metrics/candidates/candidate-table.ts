import { isTied, scoreEveryWay } from '../../scoring/index.js';
import type { CandidateScore, ResolvedScoringOptions, ScoreRecord } from '../../schema/index.js';
import { clusteredInterval, type ClusteredValue, type MeanInterval } from '../clustered-interval.js';
import { gateCandidate } from '../evaluation/gate-candidate.js';

/** The scores of candidates, one by one, beside whether each is right. Every list has one entry a candidate. */
export class CandidateTable {
  /** Under the options they were added with; NaN for none, and for one that lacks steps and may not be chosen for that. */
  readonly scores: number[] = [];
  /** 1 - conflict - lambda·unknown of the premises, in [0,1], mean over the steps where it could be told; NaN where none could. */
  readonly reliabilities: number[] = [];
  /** 1 right, 0 not right. */
  readonly correct: number[] = [];
  /** Small integers from 0 up: problems with the same question and images. */
  readonly clusters: number[] = [];
  readonly #clusterIds = new Map<string, number>();
  readonly #orders: ClusteredValue[] = [];

  /** Adds the candidates of a problem that counts (see BestOfNTable.add). */
  add({ candidates, cluster }: ScoreRecord, options: ResolvedScoringOptions): void {
    const id = this.#clusterIds.get(cluster) ?? this.#clusterIds.size;
    this.#clusterIds.set(cluster, id);
    const scores = candidates.map((candidate) => measureCandidate(candidate, options));
    for (const [place, { score, reliability }] of scores.entries()) {
      this.scores.push(score);
      this.reliabilities.push(reliability);
      this.correct.push(candidates[place]?.correct === true ? 1 : 0);
      this.clusters.push(id);
    }
    const order = shareInOrder(scores.map(({ score }) => score), candidates);
    if (order !== null) this.#orders.push({ value: order, cluster });
  }

  /** How often a right candidate scores above a wrong one of the same problem, a tie counting half; over problems that have both. */
  order(level = 0.95): MeanInterval {
    return clusteredInterval(this.#orders, level);
  }
}

function measureCandidate(candidate: CandidateScore, options: ResolvedScoringOptions): { score: number; reliability: number } {
  const steps = gateCandidate(candidate, options);
  const told = steps.flatMap(({ reliability }) => (reliability === null ? [] : [1 - reliability.conflict - options.lambda * reliability.unknown]));
  const { status, values } = scoreEveryWay(steps, 'gated', options);
  const isMeasured = status !== 'unscored' && (status !== 'partial' || options.onPartial === 'use-what-is-there');
  return {
    score: isMeasured ? values?.[options.aggregate] ?? NaN : NaN,
    reliability: told.length === 0 ? NaN : told.reduce((sum, value) => sum + value, 0) / told.length,
  };
}

function shareInOrder(scores: readonly number[], candidates: readonly CandidateScore[]): number | null {
  let [pairs, points] = [0, 0];
  for (const [place, right] of scores.entries()) {
    if (candidates[place]?.correct !== true || Number.isNaN(right)) continue;
    for (const [other, wrong] of scores.entries()) {
      if (candidates[other]?.correct === true || Number.isNaN(wrong)) continue;
      pairs += 1;
      points += isTied(right, wrong) ? 0.5 : Number(right > wrong);
    }
  }
  return pairs === 0 ? null : points / pairs;
}
