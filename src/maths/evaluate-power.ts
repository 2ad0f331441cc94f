import { applySmooth, approximate, isExact, makeApproximation } from './approximation.js';
import type { Value } from './approximation.js';
import { findExactRoot } from './find-exact-root.js';
import { isInteger, power, toNumber } from './rational.js';

/** base ^ exponent; exact for whole exponents and perfect roots. Null for even roots of negatives and results too large. */
export function evaluatePower(base: Value, exponent: Value): Value | null {
  if (isExact(base) && isExact(exponent)) {
    const { num, den } = exponent.exact;
    const root = isInteger(exponent.exact) ? base.exact : findExactRoot(base.exact, den);
    if (root !== null) {
      const exact = power(root, num);
      return exact === null ? null : { exact };
    }
  }
  const [a, b] = [approximate(base), approximate(exponent)];
  if (isExact(exponent) && isInteger(exponent.exact)) {
    const whole = toNumber(exponent.exact);
    const span = (Math.abs(a.value) + a.error) ** (whole - 1);
    const slope = whole < 1 ? Math.abs(whole) * Math.max(0, Math.abs(a.value) - a.error) ** (whole - 1) : Math.abs(whole) * span;
    return applySmooth(a, (x) => x ** whole, slope);
  }
  if (a.value - a.error <= 0) return null;
  const value = a.value ** b.value;
  return makeApproximation(value, value * (Math.abs(b.value) * a.error / (a.value - a.error) + Math.abs(Math.log(a.value)) * b.error));
}
