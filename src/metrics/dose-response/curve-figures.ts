/** The slope of the least-squares line through a curve, in units of the measure for a dose of 1; null with a missing value or a single dose. */
export function slopeOf(doses: readonly number[], values: readonly (number | null)[]): number | null {
  const mean = doses.reduce((sum, dose) => sum + dose, 0) / doses.length;
  const spread = doses.reduce((sum, dose) => sum + (dose - mean) ** 2, 0);
  if (values.includes(null) || !(spread > 0)) return null;
  return doses.reduce((sum, dose, at) => sum + (dose - mean) * (values[at] as number), 0) / spread;
}

/**
 * The mean change of a curve from its first value, over the range of doses: the area between the curve and the level it starts from,
 * by trapezoids, divided by the range. Null with a missing value or a single dose.
 */
export function areaOf(doses: readonly number[], values: readonly (number | null)[]): number | null {
  const range = (doses.at(-1) ?? 0) - (doses[0] ?? 0);
  if (values.includes(null) || !(range > 0)) return null;
  const start = values[0] as number;
  const area = doses.slice(1).reduce((sum, dose, at) => sum + (dose - (doses[at] as number)) * (((values[at] as number) + (values[at + 1] as number)) / 2 - start), 0);
  return area / range;
}
