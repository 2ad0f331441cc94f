import { findMathsDollars } from './find-maths-dollars.js';
import { matchAt } from './match-at.js';
import { negate } from './rational.js';
import type { Rational } from './rational.js';
import { readMarker } from './read-marker.js';
import { readPrefix } from './read-prefix.js';
import { readTime } from './read-time.js';
import { readUnit } from './read-unit.js';
import { readValue } from './read-value.js';

/** A number of a running text, with what it counts. */
export interface Quantity {
  /** The exact characters, from sign or currency to unit. */
  readonly text: string;
  /** `time`: a time of day; its value is minutes since midnight (without A.M./P.M.: as written). */
  readonly kind: 'number' | 'time';
  /** The number as written: 12 for "12%", 3/4 for "\frac{3}{4}". */
  readonly value: Rational;
  /** Canonical unit of the table in units.ts ("cm", "m^2", "km/h", "°"), or null. */
  readonly unit: string | null;
  /** The lower-case word that directly follows when no unit does ("50 apples": "apples"), or null. */
  readonly noun: string | null;
  /** "$", "£", "€", "¥", "₹", or null. */
  readonly currency: string | null;
  readonly percent: boolean;
  /** Digits written after the decimal point. */
  readonly decimals: number;
  /** Place in the text, UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const candidate = /[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\.(?=\d)|\\[dt]?frac/g;
const digits = /\d+(?:\.\d+)?/y;
const percentSign = /\s?(?:\\?%|(?:percent|per cent)\b)/y;
const following = /[ \u00a0](?!(?:and|or|of|in|is|are|was|to|from|as|by|at|on|for|with|the|than|if|so|but|that|which|when|then|we|it|times|plus|minus|divided|more|less|per)\b)([a-z][a-z-]{1,30})(?!\w)/y;
/** The number is part of a name, an index or an exponent (x2, P_3, x^{2}); a LaTeX command before it (\times) is no name. */
const glued = /[\p{L}\p{M}#]$|[_^]\s?\{?\s?[-−]?$/u;
const command = /\\[a-zA-Z]{1,20}$/;
const letter = /[\p{L}_]/uy;

/** Finds the numbers of a text in order, without list markers, step numbers, ordinals, exponents, indices and parts of names. */
export function findQuantities(text: string): Quantity[] {
  const mathsDollars = findMathsDollars(text);
  const found: Quantity[] = [];
  for (let at = 0; ;) {
    candidate.lastIndex = at;
    const match = candidate.exec(text);
    if (match === null) return found;
    const marker = readMarker(text, match.index);
    const quantity = marker === null ? readQuantity(text, match.index, mathsDollars) : null;
    if (quantity !== null) found.push(quantity);
    at = quantity?.end ?? marker ?? match.index + (matchAt(digits, text, match.index)?.[0].length ?? 1);
  }
}

/** The quantity whose digits begin at `at`; null when they belong to a name, an index, an exponent or a coefficient. */
function readQuantity(text: string, at: number, mathsDollars: ReadonlySet<number>): Quantity | null {
  const before = text.slice(Math.max(0, at - 21), at);
  if (glued.test(before) && !command.test(before)) return null;
  const time = readTime(text, at);
  if (time !== null) {
    return { text: text.slice(at, time.end), kind: 'time', value: time.minutes, unit: null, noun: null, currency: null, percent: false, decimals: 0, start: at, end: time.end };
  }
  const read = readValue(text, at);
  if (read === null) return null;
  const { start, negative, currency } = readPrefix(text, at, mathsDollars);
  const percent = matchAt(percentSign, text, read.end);
  const unit = percent === null ? readUnit(text, read.end) : null;
  const end = percent === null ? (unit?.end ?? read.end) : read.end + percent[0].length;
  if (percent === null && unit === null && matchAt(letter, text, end) !== null) return null;
  const noun = unit === null && percent === null ? (matchAt(following, text, end)?.[1] ?? null) : null;
  return {
    text: text.slice(start, end), kind: 'number', value: negative ? negate(read.value) : read.value,
    unit: unit?.unit ?? null, noun, currency, percent: percent !== null, decimals: read.decimals, start, end,
  };
}
