import { matchAt } from './match-at.js';
import { add, makeRational, multiply, power, rational } from './rational.js';
import type { Rational } from './rational.js';

/** A number literal found at a place of a text. */
export interface NumberLiteral {
  readonly value: Rational;
  /** Digits written after the decimal point. */
  readonly decimals: number;
  /** The digits go on ("3.14..."), so the value is cut off, not exact. */
  readonly openEnded: boolean;
  readonly end: number;
}

/** More digits than this are refused: the value would not fit a Rational. */
const MAX_DIGITS = 1200;

const vulgarFractions: Record<string, readonly [number, number]> = {
  '½': [1, 2], '⅓': [1, 3], '⅔': [2, 3], '¼': [1, 4], '¾': [3, 4], '⅕': [1, 5], '⅖': [2, 5], '⅗': [3, 5],
  '⅘': [4, 5], '⅙': [1, 6], '⅚': [5, 6], '⅛': [1, 8], '⅜': [3, 8], '⅝': [5, 8], '⅞': [7, 8],
};

// Thousands marks: 1,234  1{,}234  1,\!234. Each group is three digits, and no digit follows the last.
const grouped = /\d{1,3}(?:(?:,(?:\\!)?|\{,\})\d{3}){1,400}(?!\d)/y;
const digits = /\d+/y;
const fraction = /\.(\d+)/y;
const repeating = /\.(\d{0,30})\\overline\{(\d{1,30})\}/y;
const ellipsis = /(?:\.{3}|…|\\(?:l|c)?dots)(?!\w)/y;
const exponent = /[eE]([+-]?\d{1,3})(?![\w.])/y;

/**
 * Reads an unsigned number at `at`: 12, 1,234.5, .5, 0.\overline{3}, 2e5, ½, 2½.
 * Null when none begins there or it has more digits than a Rational holds.
 */
export function readNumber(text: string, at: number): NumberLiteral | null {
  const vulgar = vulgarFractions[text[at] ?? ''];
  if (vulgar !== undefined) return { value: rational(...vulgar), decimals: 0, openEnded: false, end: at + 1 };
  const whole = matchAt(grouped, text, at)?.[0] ?? matchAt(digits, text, at)?.[0] ?? '';
  const afterWhole = at + whole.length;
  if (whole === '' && text[at] !== '.') return null;
  if (whole.length > MAX_DIGITS) return null;
  const wholeDigits = whole.replace(/\D/g, '');

  const repeat = matchAt(repeating, text, afterWhole);
  if (repeat !== null) return readRepeating(wholeDigits, repeat, afterWhole);
  const part = matchAt(fraction, text, afterWhole)?.[1] ?? '';
  if (whole === '' && part === '') return null;
  if (wholeDigits.length + part.length > MAX_DIGITS) return null;
  let end = afterWhole + (part === '' ? 0 : part.length + 1);
  let value = makeRational(BigInt(wholeDigits + part), 10n ** BigInt(part.length));

  const mixed = part === '' ? vulgarFractions[text[end] ?? ''] : undefined;
  if (mixed !== undefined && value !== null) {
    const sum = add(value, rational(...mixed));
    return sum === null ? null : { value: sum, decimals: 0, openEnded: false, end: end + 1 };
  }
  const scientific = matchAt(exponent, text, end);
  if (scientific !== null && value !== null) {
    const scale = power(rational(10), BigInt(Number(scientific[1])));
    value = scale === null ? null : multiply(value, scale);
    end += scientific[0].length;
  }
  const more = part === '' ? null : matchAt(ellipsis, text, end);
  if (value === null) return null;
  return { value, decimals: part.length, openEnded: more !== null, end: end + (more?.[0].length ?? 0) };
}

/** 0.1\overline{6}: the exact fraction of a repeating decimal. */
function readRepeating(whole: string, match: RegExpExecArray, at: number): NumberLiteral | null {
  const [all, fixed = '', cycle = ''] = match;
  const nines = (10n ** BigInt(cycle.length) - 1n) * 10n ** BigInt(fixed.length);
  const value = makeRational(BigInt(whole + fixed + cycle) - BigInt(`0${whole}${fixed}`), nines);
  return value === null ? null : { value, decimals: 0, openEnded: false, end: at + all.length };
}
