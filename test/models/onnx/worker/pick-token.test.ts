import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickToken } from '../../../../src/models/onnx/worker/pick-token.js';
import { seededRandom } from '../../../../src/models/onnx/worker/seeded-random.js';

const logits = Float32Array.of(0, 3, 3, 1, -50);
const draw = (temperature: number, topP = 1, allowed?: number[], n = 4000): number[] => {
  const random = seededRandom(7);
  const counts = Array.from(logits, () => 0);
  for (let i = 0; i < n; i++) counts[pickToken(logits, { temperature, topP, random }, allowed)]!++;
  return counts.map((count) => count / n);
};

describe('pickToken', () => {
  it('takes the most probable at temperature 0, the earlier of equals', () => {
    expect(draw(0)).toEqual([0, 1, 0, 0, 0]);
    expect(draw(0, 1, [4, 3])).toEqual([0, 0, 0, 1, 0]);
  });

  it('draws by the softmax', () => {
    const weights = Array.from(logits, (logit) => Math.exp(logit / 2));
    const sum = weights.reduce((a, b) => a + b);
    draw(2).forEach((share, i) => expect(Math.abs(share - (weights[i] ?? 0) / sum)).toBeLessThan(0.03));
  });

  it('draws from the nucleus only', () => {
    expect(draw(1, 0.9).map((share) => share > 0)).toEqual([false, true, true, false, false]);
    expect(draw(1, 1e-9)).toEqual([0, 1, 0, 0, 0]);
  });

  it('never leaves what is allowed', () => {
    fc.assert(fc.property(fc.float32Array({ noNaN: true, minLength: 3, maxLength: 20, min: -1e4, max: 1e4 }), fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (given, temperature, topP, number) => {
      expect([0, 2]).toContain(pickToken(given, { temperature, topP, random: () => number }, [0, 2]));
    }));
  });
});
