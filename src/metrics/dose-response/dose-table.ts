/**
 * What was counted of some items at some doses: `counts[item][dose]` is a list of counts, equally long everywhere. A measure of the
 * whole is a function of the sums over items: macro-F1 of a confusion, a mean of a sum and a number.
 */
export interface DoseTable {
  /** Rising, the first the untreated one. */
  doses: readonly number[];
  counts: readonly (readonly (readonly number[])[])[];
}

/** A measure of summed counts; null where they say nothing. */
export type MeasureCounts = (sums: readonly number[]) => number | null;

/**
 * The measure at each dose, over items taken as often as `weights` says (default: once each).
 * @param doseOf the dose at whose place an item's counts are put, e.g. a permutation of them; default: its own.
 */
export function traceCurve({ doses, counts }: DoseTable, measure: MeasureCounts, weights?: ArrayLike<number>, doseOf?: (item: number, dose: number) => number): (number | null)[] {
  return doses.map((_, dose) => {
    const sums = Array.from<number>({ length: counts[0]?.[0]?.length ?? 0 }).fill(0);
    for (let item = 0; item < counts.length; item += 1) {
      const weight = weights?.[item] ?? 1;
      if (weight === 0) continue;
      const own = counts[item]?.[doseOf === undefined ? dose : doseOf(item, dose)] ?? [];
      for (let place = 0; place < own.length; place += 1) sums[place] = (sums[place] as number) + weight * (own[place] as number);
    }
    return measure(sums);
  });
}
