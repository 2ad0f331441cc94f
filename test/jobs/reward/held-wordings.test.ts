import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HeldWordings } from '../../../src/jobs/reward/held-wordings.js';

it('finds the longest wording that a text holds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 30 });
  fc.assert(fc.property(fc.array(word, { maxLength: 12 }), fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 80 }), (wordings, filler) => {
    for (const text of [filler, ...wordings.map((one) => `${filler}${one}${filler}`)]) {
      const most = Math.max(0, ...wordings.filter((one) => text.includes(one)).map(({ length }) => length));
      const found = new HeldWordings(new Set(wordings)).longestIn(text);
      expect(found?.length ?? 0).toBe(most);
      if (found !== null) expect([text.includes(found), wordings.includes(found)]).toEqual([true, true]);
    }
  }));
});

it('takes time that grows with the text, not with the number of wordings', () => {
  const held = new HeldWordings(Array.from({ length: 50_000 }, (_, at) => `${at} apples are in the basket, how many are left?`));
  const start = performance.now();
  expect(held.longestIn('no such thing '.repeat(28_000))).toBeNull();
  expect(performance.now() - start).toBeLessThan(5000);
});
