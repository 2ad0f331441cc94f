import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PrefixCache, type KeyValues } from '../../../../src/models/onnx/worker/prefix-cache.js';
import type { Tensor } from '../../../../src/models/onnx/worker/transformers-api.js';

/** A cache whose one number a token is the token itself, so that a wrong cut shows. */
function keyValues(keys: readonly number[]): KeyValues {
  const make = (data: Float32Array): Tensor => ({ type: 'float32', data, dims: [1, 1, data.length, 1], slice: (...ranges) => make(data.slice(...(ranges[2] as [number, number]))), to: () => make(data) });
  return { 'past_key_values.0.key': make(Float32Array.from(keys)) };
}

const conversation = (keys: number[], length = keys.length) => ({ keys, keyValues: keyValues(keys), prompt: { length, logits: Float32Array.of(keys[length - 1] ?? 0) } });
const tokens = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 8 });

describe('PrefixCache', () => {
  it('gives only what the new prompt begins with, cut to it, and leaves a token to compute unless its outcome is known', () => {
    fc.assert(fc.property(fc.array(tokens, { maxLength: 6 }), tokens, (before, prompt) => {
      const cache = new PrefixCache({ entries: 3, bytes: 1e6 });
      for (const keys of before) cache.keep(conversation(keys));
      const found = cache.find(prompt);
      if (!found) return;
      expect(Array.from(found.keyValues['past_key_values.0.key']?.data as Float32Array)).toEqual(prompt.slice(0, found.length));
      if (found.logits) expect([found.length, ...found.logits]).toEqual([prompt.length, prompt.at(-1)]);
      else expect(found.length).toBeLessThan(prompt.length);
    }));
  });

  it('finds the longest beginning', () => {
    const cache = new PrefixCache({ entries: 3, bytes: 1e6 });
    cache.keep(conversation([1, 2]));
    cache.keep(conversation([1, 2, 3, 4, 9, 9, 9, 9]));
    cache.keep(conversation([5]));
    expect(cache.find([1, 2, 3, 4, 5])?.length).toBe(4);
    expect(cache.find([7])).toBeNull();
    expect(new PrefixCache({ entries: 3, bytes: 1e6 }).find([1])).toBeNull();
  });

  it('knows the outcome of a prompt whose answer went on', () => {
    const cache = new PrefixCache({ entries: 3, bytes: 1e6 });
    cache.keep(conversation([1, 2, 3, 8, 8], 3));
    expect(cache.find([1, 2, 3])).toMatchObject({ length: 3, logits: Float32Array.of(3) });
    expect(cache.find([1, 2])).toMatchObject({ length: 1, logits: null });
  });

  it('forgets the conversation that was not used for longest, and what a newer one continues', () => {
    const cache = new PrefixCache({ entries: 2, bytes: 1e6 });
    cache.keep(conversation([1, 1, 1]));
    cache.keep(conversation([2, 2, 2]));
    cache.find([1, 1, 1, 1]);
    cache.keep(conversation([3, 3, 3]));
    expect([1, 2, 3].map((key) => cache.find([key, key, key, 0])?.length ?? 0)).toEqual([3, 0, 3]);
    cache.keep(conversation([3, 3, 3, 3]));
    expect(cache.find([1, 1, 0])?.length).toBe(2);
  });

  it('keeps within its bytes, but always the last conversation', () => {
    const cache = new PrefixCache({ entries: 9, bytes: 20 });
    cache.keep(conversation([1, 1, 1]));
    cache.keep(conversation([2, 2]));
    expect(cache.find([1, 1, 0])?.length).toBe(2);
    cache.keep(conversation([3, 3, 3, 3, 3, 3]));
    expect([cache.find([1, 1, 0]), cache.find([2, 2, 0]), cache.find([3, 3, 0])?.length]).toEqual([null, null, 2]);
  });
});
