import { matchAt } from './match-at.js';
import { rational } from './rational.js';
import type { Rational } from './rational.js';

const clock = /([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?:\s?([ap])\.?\s?m\b\.?)?/iy;
const bare = /(1[0-2]|[1-9])\s?([ap])\.?m\b\.?/iy;

/** Reads a time of day at `at`: "10:15 A.M.", "22:05", "3 p.m."; minutes since midnight. */
export function readTime(text: string, at: number): { minutes: Rational; end: number } | null {
  const full = matchAt(clock, text, at);
  const match = full ?? matchAt(bare, text, at);
  if (match === null) return null;
  const half = (full === null ? match[2] : match[3])?.toLowerCase();
  const hour = Number(match[1]);
  if (half !== undefined && (hour === 0 || hour > 12)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return { minutes: rational(hours * 60 + (full === null ? 0 : Number(full[2]))), end: at + match[0].length };
}
