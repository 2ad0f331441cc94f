import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../../src/errors/index.js';
import { withRateLimit } from '../../../src/models/middleware/with-rate-limit.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';
import { fakeClock } from '../../helpers/fake-clock.js';

describe('withRateLimit', () => {
  it.each([60, 6])('lets through %d requests a minute, in order, with a sixth of that at once', async (requestsPerMinute) => {
    const clock = fakeClock();
    const times: number[] = [];
    const model = withRateLimit(fakeChatModel(({ sampleIndex }) => { times.push(clock.now() - 1000); return String(sampleIndex); }), { requestsPerMinute, clock });
    const order: string[] = [];
    await Promise.all(Array.from({ length: requestsPerMinute * 2 }, (_, sampleIndex) => model.doGenerate(textCall('Q', { sampleIndex })).then(({ text }) => order.push(text))));
    expect(order).toEqual(order.map((_, i) => String(i)));
    const burst = Math.max(1, requestsPerMinute / 6);
    for (let i = 0; i < times.length; i++) {
      const inMinute = times.filter((time) => time >= (times[i] ?? 0) && time < (times[i] ?? 0) + 60_000).length;
      expect(inMinute).toBeLessThanOrEqual(requestsPerMinute + burst);
    }
    expect(times.at(-1)).toBeGreaterThan(95_000);
  });

  it('counts tokens by what was used, not by what was thought', async () => {
    const clock = fakeClock();
    const model = withRateLimit(fakeChatModel(() => ({ text: 'x', usage: { promptTokens: 900, completionTokens: 100, cachedTokens: null } })), { tokensPerMinute: 6000, clock });
    for (let i = 0; i < 7; i++) await model.doGenerate(textCall('Q'));
    expect(clock.now() - 1000).toBeGreaterThan(45_000);
    expect(clock.now() - 1000).toBeLessThan(65_000);
  });

  it('lets one in line give up without holding up the others', async () => {
    const controller = new AbortController();
    const model = withRateLimit(fakeChatModel(() => 'x'), { requestsPerMinute: 3000 });
    const calls = Array.from({ length: 502 }, (_, i) => model.doGenerate(textCall('Q', i === 501 ? {} : i === 500 ? { signal: controller.signal } : {})));
    controller.abort();
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(results[500]).toMatchObject({ reason: expect.any(AbortedError) as AbortedError });
  });

  it('refuses limits that let nothing through', () => {
    expect(() => withRateLimit(fakeChatModel(() => 'x'), { requestsPerMinute: 0 })).toThrow('Expected `requestsPerMinute` to be above 0, got 0.');
  });
});
