import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/maths/find-quantities.js';
import { toFractionText } from '../../src/maths/rational.js';

const read = (text: string): string[] =>
  findQuantities(text).map((q) => [q.currency ?? '', toFractionText(q.value), q.percent ? '%' : '', q.unit === null ? '' : ` ${q.unit}`].join(''));

describe('findQuantities', () => {
  it.each([
    ['1,234.5 cm and 1{,}234', ['2469/2 cm', '1234']],
    ['$7.50, £3, €4, \\$5 and -$2', ['$15/2', '£3', '€4', '$5', '$-2']],
    ['prices $5 + $3 = $8 against maths $5 + 3$', ['$5', '$3', '$8', '5', '3']],
    ['45°, 45^\\circ, $45^{\\circ}$, 45 degrees, 20 °C', ['45 °', '45 °', '45 °', '45 °', '20 °C']],
    ['12 %, 12\\%, 12 percent', ['12%', '12%', '12%']],
    ['3/4 cup, 2 1/2 miles, ½, 2½, \\frac{3}{4}, \\frac12, 2\\frac{1}{2}', ['3/4 cup', '5/2 mi', '1/2', '5/2', '3/4', '1/2', '5/2']],
    ['-3, −4, (-5), 7 - 2, 7-2', ['-3', '-4', '-5', '7', '2', '7', '2']],
    ['3.2\\times10^5 m, 3.2 × 10^{-2}, 1e3', ['320000 m', '4/125', '1000']],
    ['25 cm^2, 25 square feet, 25\\text{ m}^3, 60 km/h, 60 miles per hour, 5 m/s^2', ['25 cm^2', '25 ft^2', '25 m^3', '60 km/h', '60 mi/h', '5 m/s^2']],
    ['5 in the box, 5 in.', ['5', '5 in']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['x2, A1, P_3, x^{12}, #4, 3D, 2x', '1. First\n2. Second', '1) apples\n2) pears', 'Step 2: go, Figure 3, the 3rd and 21st'])(
    'leaves out what is no quantity: %s', (text) => {
      expect(read(text)).toEqual([]);
    });

  it('keeps times of day apart, as minutes since midnight', () => {
    const times = findQuantities('10:15 A.M., 3 p.m., 12:05 am, 22:10');
    expect(times.map((q) => [q.kind, toFractionText(q.value)])).toEqual([['time', '615'], ['time', '900'], ['time', '5'], ['time', '1330']]);
  });

  it('gives the counted noun', () => {
    expect(findQuantities('50 apples and 3 of them').map((q) => q.noun)).toEqual(['apples', null]);
  });

  it('points at exactly the text it quotes, in order, without overlap', () => {
    const piece = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('12', '3.5', '$', '-', ' cm', '\\frac{1}{2}', '^', '%', '1,000', '10:15', '\n1. '));
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const q of findQuantities(text)) {
        expect(text.slice(q.start, q.end)).toBe(q.text);
        expect(q.start).toBeGreaterThanOrEqual(last);
        last = q.end;
      }
    }), { numRuns: 500 });
  });

  it.each(['1', '1,', '1/', '1,234', '\\frac', '$1', '-', '1.2', ' ', '{', '\n1. a', '1:'])('stays linear on a megabyte of %j', (piece) => {
    const cost = (size: number): number => {
      const text = piece.repeat(size / piece.length);
      const start = process.cpuUsage().user;
      findQuantities(text);
      return process.cpuUsage().user - start;
    };
    cost(1000);
    const [small, large] = [cost(62_500), cost(1_000_000)];
    expect(large).toBeLessThan(Math.max(small, 20_000) * 100);
  });
});
