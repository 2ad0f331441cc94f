/** Relative tolerance of ties, that of Python's math.isclose, which the reference uses. */
const relativeTolerance = 1e-9;

/** Whether two scores differ by no more than rounding can explain. */
export function isTied(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
}
