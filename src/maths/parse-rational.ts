import { add, divide, negate } from './rational.js';
import type { Rational } from './rational.js';
import { readNumber } from './read-number.js';

/**
 * Reads a whole text as one exact number: "1,234.5", "-3", "3/4", "2 1/2", "½", "1e3", "−7" (unicode minus).
 * Null for anything else, for a zero denominator, and for numbers too large to hold.
 */
export function parseRational(text: string): Rational | null {
  const trimmed = text.trim();
  const negative = /^[-−–]\s?/.exec(trimmed);
  const unsigned = negative === null ? trimmed.replace(/^\+/, '') : trimmed.slice(negative[0].length);
  const value = parseUnsigned(unsigned);
  return value !== null && negative !== null ? negate(value) : value;
}

/** A number, a fraction of two, or a whole number with a fraction. */
function parseUnsigned(text: string): Rational | null {
  const mixed = /^(\d{1,300})\s+(\d{1,300}\s?[/⁄]\s?\d{1,300})$/.exec(text);
  if (mixed !== null) {
    const [whole, rest] = [parseUnsigned(mixed[1] ?? ''), parseUnsigned(mixed[2] ?? '')];
    return whole === null || rest === null ? null : add(whole, rest);
  }
  const first = readNumber(text, 0);
  if (first === null || first.openEnded) return null;
  if (first.end === text.length) return first.value;
  const bar = /^\s?[/⁄]\s?/.exec(text.slice(first.end, first.end + 3));
  if (bar === null) return null;
  const second = readNumber(text, first.end + bar[0].length);
  return second !== null && !second.openEnded && second.end === text.length ? divide(first.value, second.value) : null;
}
