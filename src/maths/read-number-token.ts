import { matchAt } from './match-at.js';
import { readBasedNumber } from './read-based-number.js';
import { readNumber } from './read-number.js';
import { readUnit } from './read-unit.js';
import type { TokenContext, TokenStep } from './tokenize.js';

const currencySign = /(?:\\?\$|[£€¥₹])\s?(?=[\d.])/y;
const tooLong = /[\d.,]+/y;
const subscript = /_(?:\{[^{}]{0,20}\}|\w)/y;
const singleDigit = /[0-9]/;

/** Reads a number with its base, currency or unit; one with an index that is no base, and one too long to hold, are opaque. */
export function readNumberToken({ text, at, inMaths, spaced, previous }: TokenContext): TokenStep | null {
  const currency = matchAt(currencySign, text, at)?.[0] ?? '';
  const from = at + currency.length;
  const number = readNumber(text, from);
  if (number === null) {
    const long = currency === '' ? matchAt(tooLong, text, at)?.[0] ?? '' : '';
    return long.length > 1 ? { token: { kind: 'opaque', start: at, end: at + long.length, spaced }, end: at + long.length } : null;
  }
  // \frac12 and x^12 within \frac take one digit an argument.
  const afterFraction = previous?.kind === 'command' || (previous?.kind === 'number' && previous.end === from && !spaced);
  if (afterFraction && singleDigit.test(text[from] ?? '') && currency === '') {
    const digit = readNumber(text[from] ?? '', 0);
    if (digit !== null) return { token: { kind: 'number', value: digit.value, decimals: 0, openEnded: false, unit: null, start: at, end: from + 1, spaced }, end: from + 1 };
  }
  const based = currency === '' ? readBasedNumber(text, at) : null;
  if (based !== null) return { token: { kind: 'number', value: based.value, decimals: 0, openEnded: false, unit: null, start: at, end: based.end, spaced }, end: based.end };
  const index = matchAt(subscript, text, number.end);
  if (index !== null) return { token: { kind: 'opaque', start: at, end: number.end + index[0].length, spaced }, end: number.end + index[0].length };
  const unit = currency === '' ? readOwnUnit(text, number.end, inMaths) : null;
  const end = unit?.end ?? number.end;
  const symbol = currency === '' ? (unit?.unit ?? null) : currency.replace(/[\\\s]/g, '');
  return { token: { kind: 'number', value: number.value, decimals: number.decimals, openEnded: number.openEnded, unit: symbol, start: at, end, spaced }, end };
}

/** The unit behind a number. Bare letters are names in mathematics (5m), and in prose when they touch the digits. */
function readOwnUnit(text: string, at: number, inMaths: boolean): { unit: string; end: number } | null {
  const unit = readUnit(text, at);
  if (unit === null || text[unit.end] === '(') return null;
  const written = text.slice(at, unit.end);
  const marked = /\\(?:text|mathrm|textrm|rm|mbox|operatorname|circ|degree)|[°º℃℉¢]/.test(written);
  const isShort = /^[a-zA-Z]$/.test(written.trim().replace(/[\^²³/].*$/s, ''));
  return marked || (!inMaths && (!isShort || /^\s/.test(written))) ? unit : null;
}
