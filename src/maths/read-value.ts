import { matchAt } from './match-at.js';
import { add, divide, makeRational, multiply, power, rational } from './rational.js';
import type { Rational } from './rational.js';
import { readNumber } from './read-number.js';

export interface ValueLiteral {
  readonly value: Rational;
  readonly decimals: number;
  readonly end: number;
}

const latexFraction = /\\[dt]?frac\s?(?:\{\s?(\d{1,300})\s?\}\s?\{\s?(\d{1,300})\s?\}|(\d)(\d))/y;
const bar = /\s?[/⁄]\s?(?=\d)/y;
const mixedGap = /(?:\s|\\[,;! ])?(?=\d{1,6}\s?[/⁄]\s?\d)/y;
const timesTen = /\s?(?:\\times|\\cdot|[×·x*])\s?10\s?\^\s?\{?\s?([-−]?\d{1,3})\s?\}?/y;

/** Reads a written value: a number, 3/4, 2 1/2, \frac{3}{4}, 2\frac{1}{2}, 3.2\times10^5. */
export function readValue(text: string, at: number): ValueLiteral | null {
  const first = readFraction(text, at) ?? readNumber(text, at);
  if (first === null || 'openEnded' in first === false) return first;
  const scientific = matchAt(timesTen, text, first.end);
  if (scientific !== null) {
    const scale = power(rational(10), BigInt((scientific[1] ?? '').replace('−', '-')));
    const value = scale === null ? null : multiply(first.value, scale);
    return value === null ? null : { value, decimals: first.decimals, end: first.end + scientific[0].length };
  }
  if (first.decimals > 0) return first;
  return readMixed(text, first) ?? readQuotient(text, first) ?? first;
}

function readFraction(text: string, at: number): ValueLiteral | null {
  const match = matchAt(latexFraction, text, at);
  if (match === null) return null;
  const value = makeRational(BigInt(match[1] ?? match[3] ?? ''), BigInt(match[2] ?? match[4] ?? ''));
  return value === null ? null : { value, decimals: 0, end: at + match[0].length };
}

/** "2 1/2" and "2\frac{1}{2}": a whole number and a proper fraction behind it. */
function readMixed(text: string, whole: ValueLiteral): ValueLiteral | null {
  if (whole.value.den !== 1n) return null;
  const gap = matchAt(mixedGap, text, whole.end);
  const start = gap === null || gap[0] === '' ? null : readNumber(text, whole.end + gap[0].length);
  const part = readFraction(text, whole.end) ?? (start === null ? null : readQuotient(text, start));
  if (part === null || part.value.num >= part.value.den) return null;
  const value = add(whole.value, part.value);
  return value === null ? null : { value, decimals: 0, end: part.end };
}

/** "3/4"; not a date (3/4/2020). */
function readQuotient(text: string, top: ValueLiteral): ValueLiteral | null {
  const line = matchAt(bar, text, top.end);
  const bottom = line === null ? null : readNumber(text, top.end + line[0].length);
  if (bottom === null || bottom.decimals > 0 || text[bottom.end] === '/') return null;
  const value = divide(top.value, bottom.value);
  return value === null ? null : { value, decimals: 0, end: bottom.end };
}
