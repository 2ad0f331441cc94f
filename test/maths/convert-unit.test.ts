import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertUnit } from '../../src/maths/convert-unit.js';
import { makeRational, toFractionText } from '../../src/maths/rational.js';
import type { Rational } from '../../src/maths/rational.js';

const convert = (value: bigint, from: string, to: string): string | null => {
  const converted = convertUnit({ num: value, den: 1n }, from, to);
  return converted === null ? null : toFractionText(converted);
};

describe('convertUnit', () => {
  it.each([[5n, 'km', 'm', '5000'], [2n, 'm^2', 'cm^2', '20000'], [1n, 'yd', 'ft', '3'], [1n, 'ft', 'in', '12'], [36n, 'km/h', 'm/s', '10'], [90n, 'min', 'h', '3/2'], [29n, '¢', '$', '29/100'], [2n, 'dozen', 'dozen', '2'], [1n, 'lb', 'oz', '16'], [1n, 'gal', 'qt', '4']])(
    '%d %s in %s is %s', (value, from, to, expected) => {
      expect(convert(value, from, to)).toBe(expected);
    });

  it.each([['cm', 'kg'], ['cm', 'cm^2'], ['°C', '°F'], ['apples', 'cm'], ['month', 'day'], ['km/h', 'km']])('does not convert %s to %s', (from, to) => {
    expect(convert(1n, from, to)).toBeNull();
  });

  it('comes back to where it started', () => {
    const length = fc.constantFrom('mm', 'cm', 'm', 'km', 'in', 'ft', 'yd', 'mi');
    fc.assert(fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 4n), length, length, (num, den, from, to) => {
      const value = makeRational(num, den) as Rational;
      const there = convertUnit(value, from, to) as Rational;
      expect(convertUnit(there, to, from)).toEqual(value);
    }));
  });
});
