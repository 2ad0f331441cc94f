import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRational, toDecimalText } from '../../src/maths/format-rational.js';
import { parseRational } from '../../src/maths/parse-rational.js';
import { add, compare, divide, floor, makeRational, MAX_BITS, multiply, ONE, power, roundToInteger, subtract, toFractionText, toNumber, ZERO } from '../../src/maths/rational.js';
import type { Rational } from '../../src/maths/rational.js';

const fraction = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n)).map(([num, den]) => makeRational(num, den) as Rational);
/** a/b = c/d by cross multiplication on the raw parts: the reference that does not use the code under test. */
const same = (a: Rational | null, num: bigint, den: bigint): boolean => a !== null && a.den > 0n && a.num * den === num * a.den;

describe('rationals', () => {
  it('add, subtract, multiply and divide as cross multiplication says, in lowest terms', () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => {
      expect(same(add(a, b), a.num * b.den + b.num * a.den, a.den * b.den)).toBe(true);
      expect(same(subtract(a, b), a.num * b.den - b.num * a.den, a.den * b.den)).toBe(true);
      expect(same(multiply(a, b), a.num * b.num, a.den * b.den)).toBe(true);
      expect(b.num === 0n ? divide(a, b) === null : same(divide(a, b), a.num * b.den, a.den * b.num)).toBe(true);
    }));
  });

  it('obey the field laws', () => {
    fc.assert(fc.property(fraction, fraction, fraction, (a, b, c) => {
      const sum = add(b, c) as Rational;
      const products = [multiply(a, b), multiply(a, c)] as [Rational, Rational];
      expect(multiply(a, sum)).toEqual(add(...products));
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(a, ZERO)).toEqual(a);
      expect(multiply(a, ONE)).toEqual(a);
      if (a.num !== 0n) expect(multiply(a, divide(ONE, a) as Rational)).toEqual(ONE);
    }));
  });

  it('raise to whole powers as repeated multiplication', () => {
    fc.assert(fc.property(fraction, fc.integer({ min: -6, max: 6 }), (a, n) => {
      if (a.num === 0n) return;
      let expected: Rational | null = ONE;
      for (let i = 0; i < Math.abs(n) && expected !== null; i += 1) expected = n > 0 ? multiply(expected, a) : divide(expected, a);
      expect(power(a, BigInt(n))).toEqual(expected);
    }));
  });

  it('refuse results beyond their size instead of computing them', () => {
    const two = makeRational(2n) as Rational;
    expect(power(two, BigInt(MAX_BITS - 1))).not.toBeNull();
    expect(power(two, BigInt(MAX_BITS + 1))).toBeNull();
    expect(power(two, 10n ** 30n)).toBeNull();
    expect(power({ num: -1n, den: 1n }, 10n ** 30n + 1n)).toEqual({ num: -1n, den: 1n });
    expect(divide(ONE, ZERO)).toBeNull();
    expect(power(ZERO, 0n)).toBeNull();
  });

  it('order, round and floor as integers do', () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => {
      expect(compare(a, b)).toBe(a.num * b.den < b.num * a.den ? -1 : a.num * b.den > b.num * a.den ? 1 : 0);
      const whole = floor(a);
      expect(whole * a.den <= a.num && a.num < (whole + 1n) * a.den).toBe(true);
      const rounded = roundToInteger(a);
      const twice = 2n * (a.num - rounded * a.den);
      expect((twice < 0n ? -twice : twice) <= a.den).toBe(true);
    }));
  });

  it('come close as doubles, whatever their size', () => {
    expect(toNumber({ num: 10n ** 400n + 1n, den: 10n ** 400n })).toBeCloseTo(1, 12);
    expect(toNumber({ num: 1n, den: 10n ** 310n })).toBeGreaterThan(0);
  });
});

describe('parseRational', () => {
  it.each([['1,234.5', '2469/2'], ['-3', '-3'], ['−7', '-7'], ['3/4', '3/4'], ['2 1/2', '5/2'], ['½', '1/2'], ['1e3', '1000'], ['.5', '1/2'], ['0.1\\overline{6}', '1/6'], ['-2 1/2', '-5/2']])('reads %s', (text, expected) => {
    const value = parseRational(text);
    expect(value === null ? null : toFractionText(value)).toBe(expected);
  });

  it.each(['', 'x', '1/0', '1,23', '3..4', '12abc', '1 2', '9'.repeat(2000), '--1'])('refuses %j', (text) => {
    expect(parseRational(text)).toBeNull();
  });

  it('reads back what is written in decimals', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 6 }), (digits, places) => {
      const value = makeRational(digits, 10n ** BigInt(places)) as Rational;
      expect(parseRational(toDecimalText(value, places))).toEqual(value);
    }));
  });
});

describe('formatRational', () => {
  it('writes short decimals as decimals, simple fractions as fractions, others rounded', () => {
    expect(['94', '0.29', '2/3', '-7/4'].map((text) => formatRational(parseRational(text) as Rational))).toEqual(['94', '0.29', '2/3', '-1.75']);
    expect(formatRational(makeRational(10n ** 9n, 7n) as Rational)).toBe('about 142857000');
  });
});
