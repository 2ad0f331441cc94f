import { sumClusters } from '../cluster-sums.js';
import { intervalOfSums, type MeanInterval } from '../clustered-interval.js';
import { columns } from './columns.js';
import { subtract, type Sample } from './sample.js';

/** What the names of the policies alone are worth. */
export interface PolicyBaselines {
  /** The mean candidate of each policy, best first. */
  policies: (MeanInterval & { name: string })[];
  /** The policy that did best on these very problems: known in hindsight only. */
  bestSingle: MeanInterval & { name: string };
  /** In each problem the policy that does best on the problems of other clusters: a choice that looks at the name alone. */
  byName: MeanInterval;
  /** Best-of-N minus `byName`, paired. */
  overByName: MeanInterval;
}

/**
 * Candidates of different policies are not exchangeable: some policies are better, and to recognise them is not to judge a
 * solution. These baselines show how far that alone goes.
 * @param chosen the column of Best-of-N.
 * @returns null for fewer than two policies.
 */
export function policyBaselines(sample: Sample, names: readonly string[], chosen: Float64Array, level: number): PolicyBaselines | null {
  if (names.length < 2) return null;
  const shares = names.map((name) => sample.column(columns.policy(name)));
  const interval = (values: Float64Array): MeanInterval => intervalOfSums(sumClusters(values, sample.clusters), level);
  const policies = names.map((name, place) => ({ name, ...interval(shares[place] as Float64Array) })).sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
  const byName = chooseByName(sample, shares);
  return { policies, bestSingle: policies[0] as PolicyBaselines['bestSingle'], byName: interval(byName), overByName: interval(subtract(chosen, byName)) };
}

function chooseByName({ size, clusters }: Sample, shares: readonly Float64Array[]): Float64Array {
  const totals = shares.map((share) => sumByCluster(share, clusters));
  return Float64Array.from({ length: size }, (_, row) => {
    let [best, value] = [-Infinity, NaN];
    for (const [place, share] of shares.entries()) {
      const own = share[row] as number;
      const { all, sums, counts } = totals[place] as ReturnType<typeof sumByCluster>;
      const cluster = clusters[row] as number;
      const others = all.count - (counts.get(cluster) ?? 0);
      const elsewhere = others === 0 ? -1 : (all.sum - (sums.get(cluster) ?? 0)) / others;
      if (!Number.isNaN(own) && elsewhere > best) [best, value] = [elsewhere, own];
    }
    return value;
  });
}

function sumByCluster(values: Float64Array, clusters: Int32Array): { all: { sum: number; count: number }; sums: Map<number, number>; counts: Map<number, number> } {
  const [sums, counts, all] = [new Map<number, number>(), new Map<number, number>(), { sum: 0, count: 0 }];
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const cluster = clusters[row] as number;
    sums.set(cluster, (sums.get(cluster) ?? 0) + value);
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    all.sum += value;
    all.count += 1;
  }
  return { all, sums, counts };
}
