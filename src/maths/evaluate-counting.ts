import { isExact } from './approximation.js';
import type { Value } from './approximation.js';
import { isInteger, isNegative, makeRational } from './rational.js';

const MAX_FACTORIAL = 400;

/** The whole number from 0 to 400 that a value is, or null. */
function toSmallWhole(value: Value | null): number | null {
  if (value === null || !isExact(value) || !isInteger(value.exact) || isNegative(value.exact)) return null;
  return value.exact.num <= BigInt(MAX_FACTORIAL) ? Number(value.exact.num) : null;
}

/** n! for whole n from 0 to 400; null for all else. */
export function evaluateFactorial(value: Value): Value | null {
  const n = toSmallWhole(value);
  if (n === null) return null;
  const exact = makeRational(multiplyRange(2, n));
  return exact === null ? null : { exact };
}

/** n over k for whole numbers up to 400; 0 when k is above n. */
export function evaluateBinomial(of: Value | null, choose: Value | null): Value | null {
  const [n, k] = [toSmallWhole(of), toSmallWhole(choose)];
  if (n === null || k === null) return null;
  const exact = k > n ? makeRational(0n) : makeRational(multiplyRange(n - k + 1, n) / multiplyRange(2, k));
  return exact === null ? null : { exact };
}

function multiplyRange(from: number, to: number): bigint {
  let product = 1n;
  for (let factor = from; factor <= to; factor += 1) product *= BigInt(factor);
  return product;
}
