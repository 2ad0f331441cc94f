/**
 * An exact fraction in lowest terms; `den` is positive. Values are immutable and bounded:
 * an operation whose result would need more than `MAX_BITS` bits above or below the bar returns null.
 */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The largest size of numerator or denominator, in bits. */
export const MAX_BITS = 4096;
const LIMIT = 1n << BigInt(MAX_BITS);

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction num/den in lowest terms; null when den is 0 or the result is too large. */
export function makeRational(num: bigint, den = 1n): Rational | null {
  if (den === 0n) return null;
  const divisor = den === 1n ? 1n : greatestCommonDivisor(num, den);
  const sign = den < 0n ? -1n : 1n;
  const reduced = { num: (sign * num) / divisor, den: absolute(den) / divisor };
  return absolute(reduced.num) >= LIMIT || reduced.den >= LIMIT ? null : reduced;
}

/** The fraction of two safe integers (default denominator 1); den is not 0. */
export function rational(num: number, den = 1): Rational {
  const made = makeRational(BigInt(num), BigInt(den));
  if (made === null) throw new RangeError(`Expected a denominator other than 0, got ${num}/${den}`);
  return made;
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

export const add = (a: Rational, b: Rational): Rational | null => makeRational(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Rational, b: Rational): Rational | null => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational | null => makeRational(a.num * b.num, a.den * b.den);
/** Null also when b is 0. */
export const divide = (a: Rational, b: Rational): Rational | null => makeRational(a.num * b.den, a.den * b.num);
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const absoluteValue = (a: Rational): Rational => ({ num: absolute(a.num), den: a.den });

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const equal = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const isInteger = (a: Rational): boolean => a.den === 1n;
const isZero = (a: Rational): boolean => a.num === 0n;
export const isNegative = (a: Rational): boolean => a.num < 0n;

const bitLength = (value: bigint): number => absolute(value).toString(2).length;

/** a raised to a whole power; null when too large, or for a negative power of 0. 0^0 is null: texts do not agree on it. */
export function power(a: Rational, exponent: bigint): Rational | null {
  if (isZero(a)) return exponent > 0n ? ZERO : null;
  const size = absolute(exponent);
  const base = exponent < 0n ? divide(ONE, a) : a;
  if (base === null) return null;
  // 1 and -1 stay small at any height; all else at least doubles in value, so a first estimate refuses without computing.
  if (base.den === 1n && absolute(base.num) === 1n) return size % 2n === 0n ? ONE : base;
  const bits = Math.max(bitLength(base.num), bitLength(base.den));
  if (size > BigInt(MAX_BITS) || Number(size) * (bits - 1) > MAX_BITS) return null;
  return makeRational(base.num ** size, base.den ** size);
}

/** The nearest double; may be infinite. */
export function toNumber(a: Rational): number {
  const direct = Number(a.num) / Number(a.den);
  if (Number.isFinite(direct) && (direct !== 0 || a.num === 0n)) return direct;
  // Both parts outgrew doubles: scale the quotient to 64 significant bits first.
  const shift = bitLength(a.num) - bitLength(a.den) - 64;
  const scaled = shift > 0 ? a.num / (a.den << BigInt(shift)) : (a.num << BigInt(-shift)) / a.den;
  const half = Math.trunc(shift / 2);
  return Number(scaled) * 2 ** half * 2 ** (shift - half);
}

/** "3", "-3/4"; the exact value. */
export const toFractionText = (a: Rational): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);

/** The nearest whole number, halves away from zero. */
export function roundToInteger(a: Rational): bigint {
  const doubled = absolute(a.num) * 2n + a.den;
  const magnitude = doubled / (2n * a.den);
  return a.num < 0n ? -magnitude : magnitude;
}

/** The largest whole number that is not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.num / a.den;
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient;
}
