import { seededRandom } from '../seeded-random.js';

/**
 * Deals clusters out to folds, so that steps of one question and image are never on both sides. The clusters are shuffled by the
 * seed, and each goes to the fold with the fewest steps so far.
 * @param clusters the cluster of each row: small integers from 0 up.
 * @returns the fold of each row, 0 up to `folds` - 1; there are no more folds than clusters.
 */
export function splitFolds(clusters: ArrayLike<number>, folds: number, seed = 0): Int32Array {
  const sizes: number[] = [];
  for (let row = 0; row < clusters.length; row += 1) sizes[clusters[row] as number] = (sizes[clusters[row] as number] ?? 0) + 1;
  const names = [...sizes.keys()].filter((cluster) => (sizes[cluster] ?? 0) > 0);
  const random = seededRandom(seed);
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [names[last], names[other]] = [names[other] as number, names[last] as number];
  }
  const loads = Array.from({ length: Math.max(1, Math.min(folds, names.length)) }, () => 0);
  const foldOf = new Map<number, number>();
  for (const cluster of names) {
    const fold = loads.indexOf(Math.min(...loads));
    foldOf.set(cluster, fold);
    loads[fold] = (loads[fold] as number) + (sizes[cluster] as number);
  }
  return Int32Array.from(clusters, (cluster) => foldOf.get(cluster) as number);
}
