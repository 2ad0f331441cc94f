import type { Rational } from './rational.js';
import { toNumber } from './rational.js';

export interface Exact {
  readonly exact: Rational;
}
/** The value of an expression: exact, or a double with a bound on its distance from the true value. */
export type Value = Exact | Approximation;
export interface Approximation {
  readonly value: number;
  /** At least 0. */
  readonly error: number;
}

/** What one double operation may lose, generously. */
const RELATIVE_LOSS = 1e-14;

export const isExact = (value: Value): value is Exact => 'exact' in value;

/** Any value as a double with its error. */
export function approximate(value: Value): Approximation {
  if (!isExact(value)) return value;
  const nearest = toNumber(value.exact);
  return { value: nearest, error: Math.abs(nearest) * RELATIVE_LOSS };
}

/** Adds the loss of one operation; null when the result is no finite number. */
export function makeApproximation(value: number, error: number): Approximation | null {
  const padded = error + Math.abs(value) * RELATIVE_LOSS;
  return Number.isFinite(value) && Number.isFinite(padded) ? { value, error: padded } : null;
}

/** Applies a function whose slope near the value is at most `slope` in magnitude. */
export const applySmooth = (of: Approximation, apply: (x: number) => number, slope: number): Approximation | null =>
  makeApproximation(apply(of.value), of.error * slope);

/** One of the four operations on approximations; null for a divisor that may be 0. */
export function combine(op: '+' | '-' | '*' | '/', a: Approximation, b: Approximation): Approximation | null {
  switch (op) {
    case '+': return makeApproximation(a.value + b.value, a.error + b.error);
    case '-': return makeApproximation(a.value - b.value, a.error + b.error);
    case '*': return makeApproximation(a.value * b.value, Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error);
    case '/': {
      const smallest = Math.abs(b.value) - b.error;
      return smallest <= 0 ? null : makeApproximation(a.value / b.value, (a.error + Math.abs(a.value / b.value) * b.error) / smallest);
    }
  }
}
