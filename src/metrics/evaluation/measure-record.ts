import { isTied, type ScoresByAggregation } from '../../scoring/index.js';
import { aggregationNameSchema, type AggregationName, type CandidateScore, type GateName } from '../../schema/index.js';
import { bestOfNCurve, type JudgedCandidate } from '../best-of-n.js';
import { passAtK } from '../pass-at-k.js';
import { voteAtK } from '../vote-at-k.js';
import type { voteWinChances } from '../vote-win-chances.js';
import type { WeightedCandidate } from '../weighted-vote-at-k.js';
import { WeightedVoteCounter } from '../weighted-vote-counter.js';
import { boundChoice } from './bound-choice.js';
import { columns, type ColumnName, type SubsetSize } from './columns.js';

/** The candidates of one problem under one gate. */
export interface GatedCandidates {
  gate: GateName;
  scores: readonly ScoresByAggregation[];
}

export interface MeasureOptions {
  ks: readonly number[];
  /** The aggregation of the headline: bounds are given for it. */
  aggregate: AggregationName;
  usesPartial: boolean;
  seed: number;
  chances: typeof voteWinChances;
}

/** A candidate whose score changes from one way of scoring to the next. */
type Ballot = WeightedCandidate & { score: number | null; standing: NonNullable<JudgedCandidate['standing']> };

/** Tells every figure of one problem to `set`. Figures for more candidates than there are stay unset. */
export function measureRecord(candidates: readonly CandidateScore[], gated: readonly GatedCandidates[], options: MeasureOptions, set: (column: ColumnName, value: number) => void): void {
  const count = candidates.length;
  const ks = [...options.ks.filter((k) => k < count), count];
  const setAt = (column: (k: SubsetSize) => ColumnName, k: number, value: number): void => {
    if (k < count || options.ks.includes(k)) set(column(k), value);
    if (k === count) set(column('all'), value);
  };
  const correct = candidates.map((candidate) => candidate.correct === true);
  const ballots = candidates.map(({ answer }, place): Ballot => ({ answer, correct: correct[place] as boolean, score: null, standing: 'scored' }));
  set(columns.single, correct.filter(Boolean).length / count);
  for (const k of ks) {
    setAt(columns.pass, k, passAtK(correct, k) as number);
    setAt(columns.vote, k, voteAtK(ballots, k, options.chances) as number);
  }
  for (const [name, share] of shareByPolicy(candidates)) set(columns.policy(name), share);
  const counter = new WeightedVoteCounter(ballots);
  for (const { gate, scores } of gated) {
    for (const aggregation of aggregationNameSchema.options) {
      for (const [place, ballot] of ballots.entries()) fillIn(ballot, scores[place] as ScoresByAggregation, aggregation, options.usesPartial);
      const curve = bestOfNCurve(ballots, ks);
      const votes = counter.count(ks, options.seed);
      for (const [place, k] of ks.entries()) {
        const vote = votes[place];
        setAt((size) => columns.bestOfN(gate, aggregation, size), k, curve[place] as number);
        setAt((size) => columns.weightedVote(gate, aggregation, size), k, vote?.value as number);
        if (vote !== undefined && vote.standardError > 0) setAt((size) => columns.sampling(gate, aggregation, size), k, vote.standardError ** 2);
      }
      set(columns.tied(gate, aggregation), Number(isChoiceTied(ballots)));
      if (aggregation === options.aggregate) setBounds(ballots, candidates, { gate, scores }, set);
    }
  }
}

/** Gives a ballot its score under one aggregation. What is not a number cannot be chosen. */
function fillIn(ballot: Ballot, { status, values }: ScoresByAggregation, aggregation: AggregationName, usesPartial: boolean): void {
  const value = status === 'unscored' ? null : values?.[aggregation] ?? null;
  ballot.score = value !== null && Number.isFinite(value) ? value : null;
  ballot.standing = status === 'unscored' || (status === 'partial' && usesPartial) ? 'scored' : status;
}

function setBounds(ballots: readonly Ballot[], candidates: readonly CandidateScore[], { gate, scores }: GatedCandidates, set: (column: ColumnName, value: number) => void): void {
  const { worst, best } = boundChoice(ballots.map(({ score, correct }, place) => {
    const status = scores[place]?.status;
    return { score, correct, isUnmeasured: status === 'partial' || status === 'unscored', isUndecided: candidates[place]?.judgedBy === 'undecided' };
  }));
  set(columns.worst(gate), worst);
  set(columns.best(gate), best);
}

function isChoiceTied(ballots: readonly Ballot[]): boolean {
  const barsPartial = ballots.some(({ standing, score }) => standing === 'scored' && score !== null);
  let [best, tied] = [-Infinity, 0];
  for (const { score, standing } of ballots) {
    if (score === null || (barsPartial && standing === 'partial')) continue;
    if (tied > 0 && isTied(score, best)) tied += 1;
    else if (score > best) [best, tied] = [score, 1];
  }
  return tied > 1;
}

function shareByPolicy(candidates: readonly CandidateScore[]): Map<string, number> {
  const shares = new Map<string, { right: number; count: number }>();
  for (const { policy, correct } of candidates) {
    if (policy === undefined) continue;
    const share = shares.get(policy) ?? { right: 0, count: 0 };
    shares.set(policy, { right: share.right + Number(correct), count: share.count + 1 });
  }
  return new Map([...shares].map(([policy, { right, count }]) => [policy, right / count]));
}
