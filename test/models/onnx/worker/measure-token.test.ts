import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logSumExp, measureToken } from '../../../../src/models/onnx/worker/measure-token.js';

const logitsOf = fc.float32Array({ noNaN: true, noDefaultInfinity: true, min: -80, max: 80, minLength: 2, maxLength: 40 });

describe('measureToken', () => {
  it('gives log-probabilities that sum up to one, and any logits shifted alike the same', () => {
    fc.assert(fc.property(logitsOf, (logits) => {
      const all = measureToken(logits, 0, logits.length, []).top;
      expect(all.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0)).toBeCloseTo(1, 6);
      const shifted = measureToken(logits.map((logit) => logit + 1000), 0, 1, []).logprob;
      expect(shifted).toBeCloseTo(measureToken(logits, 0, 1, []).logprob, 2);
    }));
  });

  it('lists the most probable in falling order, and with them all that was allowed', () => {
    fc.assert(fc.property(logitsOf, fc.nat({ max: 12 }), fc.nat({ max: 1 }), (logits, count, allowed) => {
      const { top } = measureToken(logits, allowed, count, [allowed]);
      if (count === 0) { expect(top).toEqual([]); return; }
      const sorted = Array.from(logits).sort((a, b) => b - a);
      const norm = logSumExp(logits);
      const largest = sorted.slice(0, count).map((logit) => Math.min(0, logit - norm));
      expect(top.map(({ logprob }) => logprob).slice(0, largest.length)).toEqual(largest);
      expect(top.map(({ id }) => id)).toContain(allowed);
      expect(new Set(top.map(({ id }) => id)).size).toBe(top.length);
    }));
  });

  it('does not overflow', () => expect(logSumExp(Float32Array.of(1e30, 1e30))).toBeCloseTo(1e30, -24));
});
