import { aggregationNameSchema, gateNameSchema, type AggregationName, type GateName } from '../../schema/index.js';

/** A subset size, or all candidates that a problem has. */
export type SubsetSize = number | 'all';

/** A column of an evaluation: a family and its member, most often a subset size. */
export type ColumnName = readonly [family: string, member: string | number];

type Families = Record<GateName, Record<AggregationName, string>>;

/** Families are asked for by the million, so their names are put together once. */
function nameFamilies(metric: string): Families {
  return Object.fromEntries(gateNameSchema.options.map((gate) =>
    [gate, Object.fromEntries(aggregationNameSchema.options.map((aggregation) => [aggregation, `${metric} ${gate} ${aggregation}`]))])) as Families;
}

const [bestOfN, weightedVote, sampling, tied] = ['bon', 'weighted', 'sampling', 'tied'].map(nameFamilies) as [Families, Families, Families, Families];

/** The columns that there are. */
export const columns = {
  /** A candidate taken at random: the mean of the single candidates. */
  single: ['single', 'all'] as ColumnName,
  pass: (k: SubsetSize): ColumnName => ['pass', k],
  vote: (k: SubsetSize): ColumnName => ['vote', k],
  bestOfN: (gate: GateName, aggregation: AggregationName, k: SubsetSize): ColumnName => [bestOfN[gate][aggregation], k],
  weightedVote: (gate: GateName, aggregation: AggregationName, k: SubsetSize): ColumnName => [weightedVote[gate][aggregation], k],
  /** Variance of a weighted vote that was sampled; not set where it is exact. */
  sampling: (gate: GateName, aggregation: AggregationName, k: SubsetSize): ColumnName => [sampling[gate][aggregation], k],
  /** 1 where the choice among all candidates is a tie. */
  tied: (gate: GateName, aggregation: AggregationName): ColumnName => [tied[gate][aggregation], 'all'],
  /** BoN over all candidates, had every failed measurement gone as badly, or as well, as it can. */
  worst: (gate: GateName): ColumnName => ['worst', gate],
  best: (gate: GateName): ColumnName => ['best', gate],
  /** The mean of a policy's candidates. */
  policy: (name: string): ColumnName => ['policy', name],
} as const;
