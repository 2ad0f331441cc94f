import { makeRational } from './rational.js';
import type { Rational } from './rational.js';

/** The largest index of a root that is tried exactly. */
const MAX_INDEX = 64n;

/** The exact `index`-th root (2: square root) of a fraction; null when it is irrational, or not real. */
export function findExactRoot(value: Rational, index: bigint): Rational | null {
  if (index < 1n || index > MAX_INDEX || (value.num < 0n && index % 2n === 0n)) return null;
  const num = findWholeRoot(value.num < 0n ? -value.num : value.num, index);
  const den = num === null ? null : findWholeRoot(value.den, index);
  return num === null || den === null ? null : makeRational(value.num < 0n ? -num : num, den);
}

/** Newton's method on whole numbers; null when the root is not whole. */
function findWholeRoot(value: bigint, index: bigint): bigint | null {
  if (value < 2n) return value;
  const bits = value.toString(2).length;
  let guess = 1n << BigInt(Math.ceil(bits / Number(index)));
  for (;;) {
    const next = ((index - 1n) * guess + value / guess ** (index - 1n)) / index;
    if (next >= guess) break;
    guess = next;
  }
  return guess ** index === value ? guess : null;
}
