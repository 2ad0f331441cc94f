import type { Reading } from '../../../maths/expression.js';
import { toNumber } from '../../../maths/rational.js';
import type { Token } from '../../../maths/token.js';

/** The value of one unit in the last digit that a bare number writes. */
export interface WrittenPlace {
  readonly unit: number;
  /** The same, with trailing zeros of a whole number taken as not significant: 1000 -> 1000. */
  readonly coarse: number;
  readonly isWhole: boolean;
}

/** Reads a side that is one number, perhaps signed, in percent or times a power of ten; null for any other side. */
export function readWrittenPlace(tokens: readonly Token[], reading: Reading): WrittenPlace | null {
  const unsigned = tokens[0]?.kind === 'operator' && tokens[0].op === '-' ? tokens.slice(1) : tokens;
  const [number, ...rest] = unsigned;
  if (number?.kind !== 'number') return null;
  const scale = readScale(rest, reading);
  if (scale === null) return null;
  const zeros = number.decimals === 0 && number.value.den === 1n ? /0*$/.exec(number.value.num.toString())?.[0].length ?? 0 : 0;
  const unit = scale * 10 ** -number.decimals;
  return { unit, coarse: unit * 10 ** (number.value.num === 0n ? 0 : zeros), isWhole: number.decimals === 0 && rest.length === 0 };
}

/** The factor behind the number: 1, 1/100 for a percent sign, 10^n. */
function readScale(rest: readonly Token[], reading: Reading): number | null {
  if (rest.length === 0) return 1;
  const [first, second, third, ...more] = rest;
  if (first?.kind === 'postfix' && second === undefined) return first.op === '%' && !reading.percentAsNumber ? 0.01 : first.op === '!' ? null : 1;
  const isTen = first?.kind === 'operator' && first.op === '*' && second?.kind === 'number' && toNumber(second.value) === 10;
  if (!isTen || third === undefined) return null;
  if (third.kind === 'raised' && more.length === 0) return 10 ** Number(third.exponent);
  if (third.kind !== 'operator' || third.op !== '^') return null;
  const digits = more.filter((token) => token.kind !== 'open' && token.kind !== 'close');
  const height = digits.at(-1);
  if (height?.kind !== 'number' || digits.length > 2) return null;
  return 10 ** (digits.length === 2 ? -toNumber(height.value) : toNumber(height.value));
}
