import { describe, expect, it } from 'vitest';
import { penaliseRepeats } from '../../../../src/models/onnx/worker/penalise-repeats.js';

const logits = Float32Array.of(2, -2, 1, 4);

describe('penaliseRepeats', () => {
  it('leaves logits alone without penalties', () => expect(penaliseRepeats(logits, { presence: 0, frequency: 0, repetition: 1 }, [0], [1])).toBe(logits));

  it('takes presence off once and frequency each time, of tokens of the answer only', () => {
    expect([...penaliseRepeats(logits, { presence: 0.5, frequency: 0.25, repetition: 1 }, [0, 0], [1, 3, 3])]).toEqual([2, -2.75, 1, 3]);
  });

  it('makes tokens of prompt and answer less probable, whatever the sign', () => {
    expect([...penaliseRepeats(logits, { presence: 0, frequency: 0, repetition: 2 }, [0, 0], [1])]).toEqual([1, -4, 1, 4]);
    expect([...logits]).toEqual([2, -2, 1, 4]);
  });
});
