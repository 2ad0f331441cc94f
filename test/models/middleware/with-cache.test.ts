import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import type { ResponseStore } from '../../../src/models/cache/response-store.js';
import { withCache } from '../../../src/models/middleware/with-cache.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';

function memoryStore(): ResponseStore & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (key) => values.get(key),
    put: (key, value) => { values.set(key, value); },
    stats: () => ({ entries: values.size, bytes: 0, failedWrites: 0 }),
    clear: async () => { const { size } = values; values.clear(); return size; },
    close: async () => {},
  };
}

describe('withCache', () => {
  it('answers an equal call without the model, and says so', async () => {
    const model = fakeChatModel((_, n) => ({ text: `answer ${n}`, tokens: [{ token: 'a', logprob: -0.1, top: [] }] }));
    const cached = withCache(model, memoryStore());
    const first = await cached.doGenerate(textCall('Q'));
    const second = await cached.doGenerate(textCall('Q'));
    expect(second).toEqual({ ...first, isFromCache: true, forget: expect.any(Function) });
    expect(first.isFromCache).toBeUndefined();
    expect(model.calls).toHaveLength(1);
  });

  it('keeps apart whatever can change an answer, and nothing else', async () => {
    const store = memoryStore();
    const model = fakeChatModel(() => 'x');
    const image = (byte: number) => ({ type: 'image' as const, image: createMemoryImage(new Uint8Array([byte])) });
    const calls = [
      textCall('Q'), textCall('R'), textCall('Q', { sampleIndex: 1 }), textCall('Q', { topLogprobs: 5 }),
      textCall('Q', { sampling: { temperature: 0.1, maxTokens: 8 } }), textCall('Q', { sampling: { temperature: 0, maxTokens: 8, seed: 1 } }),
      textCall('Q', { constraint: { type: 'choice', choices: ['a'] } }),
      textCall('Q', { messages: [{ role: 'user', content: [image(1)] }] }), textCall('Q', { messages: [{ role: 'user', content: [image(2)] }] }),
      textCall('Q', { messages: [{ role: 'system', content: [{ type: 'text', text: 'Q' }] }] }),
    ];
    for (const call of calls) await withCache(model, store).doGenerate(call);
    await withCache(fakeChatModel(() => 'x', 'http://other/v1#fake'), store).doGenerate(textCall('Q'));
    expect(store.values.size).toBe(calls.length + 1);
    await withCache(model, store).doGenerate(textCall('Q', { signal: new AbortController().signal }));
    expect(model.calls).toHaveLength(calls.length);
  });

  it('forgets an answer that was of no use, whether it was new or kept', async () => {
    const model = fakeChatModel((_, n) => `answer ${n}`);
    const cached = withCache(model, memoryStore());
    for (const wanted of ['answer 0', 'answer 1']) {
      const fresh = await cached.doGenerate(textCall('Q'));
      expect(fresh.text).toBe(wanted);
      fresh.forget?.();
    }
    expect(await cached.doGenerate(textCall('Q'))).toMatchObject({ text: 'answer 2' });
    const kept = await cached.doGenerate(textCall('Q'));
    expect(kept).toMatchObject({ text: 'answer 2', isFromCache: true });
    kept.forget?.();
    expect((await cached.doGenerate(textCall('Q'))).text).toBe('answer 3');
  });

  it('does not keep errors, and survives a value that is no JSON', async () => {
    const store = memoryStore();
    const model = withCache(fakeChatModel((_, n) => { if (n === 0) throw new Error('once'); return 'good'; }), store);
    await expect(model.doGenerate(textCall('Q'))).rejects.toThrow('once');
    expect((await model.doGenerate(textCall('Q'))).text).toBe('good');
    for (const key of store.values.keys()) store.values.set(key, '{"text": "go');
    expect((await model.doGenerate(textCall('Q'))).isFromCache).toBeUndefined();
  });
});
