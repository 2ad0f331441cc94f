import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalizeText } from '../../src/util/normalize-text.js';

it('is form KC', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(normalizeText(text)).toBe(text.normalize('NFKC')); })));

it('is quick on marks that are piled up to be slow', () => {
  const start = performance.now();
  normalizeText(`e${'\u0301\u0323'.repeat(200_000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});
