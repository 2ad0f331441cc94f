import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedRandom } from '../../scripts/make-samples/seeded-random.js';

describe('seedRandom', () => {
  it('gives whole numbers within the bounds, on the step', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(60), fc.integer({ min: 1, max: 7 }), (seed, from, width, step) => {
      const value = seedRandom(seed).whole(from, from + width, step);
      expect(value).toBeGreaterThanOrEqual(from);
      expect(value).toBeLessThanOrEqual(from + width);
      expect((value - from) % step).toBe(0);
    }));
  });

  it('shuffles without losing or adding anything, the same way for the same seed', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
      const shuffled = seedRandom(seed).shuffle(list);
      expect([...shuffled].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
      expect(seedRandom(seed).shuffle(list)).toEqual(shuffled);
    }));
  });

  it('reaches every value of a small range', () => {
    const random = seedRandom('all of them');
    expect(new Set(Array.from({ length: 200 }, () => random.whole(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('refuses to pick from nothing', () => {
    expect(() => seedRandom('x').pick([])).toThrow('got an empty one');
  });
});
