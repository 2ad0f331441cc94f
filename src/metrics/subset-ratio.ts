/**
 * C(part, k) / C(whole, k): the share of k-subsets of `whole` things that lie within `part` of them.
 * A product of ratios, so that it neither overflows nor loses digits for large sets.
 */
export function subsetRatio(part: number, whole: number, k: number): number {
  let share = 1;
  for (let taken = 0; taken < k && share > 0; taken += 1) share *= Math.max(0, part - taken) / (whole - taken);
  return share;
}
