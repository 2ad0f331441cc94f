import { matchAt } from './match-at.js';
import { makeRational } from './rational.js';
import type { Rational } from './rational.js';

const indexed = /([0-9]{1,300})_(?:\{(\d{1,2})\}|(\d))(?!\d)/y;

/** Reads a whole number with its base as an index: 58_9, 1010_{2}. Null when the base is not 2 to 10, or a digit is not below it. */
export function readBasedNumber(text: string, at: number): { value: Rational; end: number } | null {
  const match = matchAt(indexed, text, at);
  if (match === null) return null;
  const base = Number(match[2] ?? match[3]);
  const digits = [...(match[1] ?? '')].map(Number);
  if (base < 2 || base > 10 || digits.some((digit) => digit >= base)) return null;
  const value = makeRational(digits.reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n));
  return value === null ? null : { value, end: at + match[0].length };
}
