import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK } from '../../src/metrics/index.js';
import { average, subsetsOf } from './brute-force.js';

describe('passAtK', () => {
  it('equals the average over all subsets', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), (correct) => {
      for (let k = 1; k <= correct.length; k += 1) {
        const expected = average([...subsetsOf(correct, k)].map((subset) => Number(subset.includes(true))));
        expect(Math.abs(passAtK(correct, k) as number - expected)).toBeLessThan(1e-12);
      }
    }));
  });

  it('has no value with fewer candidates than k, and refuses an odd k', () => {
    expect(passAtK([true], 2)).toBeNull();
    expect(() => passAtK([true], -1)).toThrow('Expected `k` to be an integer from 1 up, got `-1`');
  });
});
