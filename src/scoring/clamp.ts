/** Keeps rounding errors from leaving the promised range, and turns -0 into 0. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value)) + 0;
}
