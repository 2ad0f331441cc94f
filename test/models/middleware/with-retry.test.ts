import { describe, expect, it } from 'vitest';
import { AbortedError, BackendError } from '../../../src/errors/index.js';
import { withRetry } from '../../../src/models/middleware/with-retry.js';
import { ModelError, type ModelErrorDetails } from '../../../src/models/model-error.js';
import { fakeChatModel, textCall } from '../../helpers/fake-chat-model.js';
import { fakeClock } from '../../helpers/fake-clock.js';

const failure = (details: Partial<ModelErrorDetails> = {}) => new ModelError('no', { kind: 'server', isRetryable: true, ...details });
const failing = (times: number, error: () => unknown) => fakeChatModel((_, n) => { if (n < times) throw error(); return 'yes'; });

describe('withRetry', () => {
  it('asks again, after delays that double', async () => {
    const clock = fakeClock();
    const model = failing(4, failure);
    expect((await withRetry(model, { clock, random: () => 0.5 }).doGenerate(textCall('Q'))).text).toBe('yes');
    expect(model.calls).toHaveLength(5);
    expect(clock.slept).toEqual([375, 750, 1500, 3000]);
  });

  it('spreads the delays, and bounds them', async () => {
    for (const [random, wait] of [[0, 1], [0.999999, 2]] as const) {
      const clock = fakeClock();
      await withRetry(failing(8, failure), { clock, random: () => random, tries: 9, firstDelayMs: 2000, maxDelayMs: 2000 }).doGenerate(textCall('Q'));
      expect(clock.slept.every((ms) => Math.round(ms / 1000) === wait)).toBe(true);
    }
  });

  it('waits as long as the server asks, up to a minute', async () => {
    const clock = fakeClock();
    await withRetry(failing(1, () => failure({ retryAfterMs: 7000 })), { clock, random: () => 0 }).doGenerate(textCall('Q'));
    await withRetry(failing(1, () => failure({ retryAfterMs: 3_600_000 })), { clock, random: () => 0 }).doGenerate(textCall('Q'));
    expect(clock.slept).toEqual([7000, 60_000]);
  });

  it('gives up after so many tries, or past the deadline, and says how often it tried', async () => {
    const model = failing(99, failure);
    await expect(withRetry(model, { clock: fakeClock(), tries: 3 }).doGenerate(textCall('Q'))).rejects.toMatchObject({ message: 'no Tried 3 times.', kind: 'server', isRetryable: true });
    expect(model.calls).toHaveLength(3);
    const late = failing(99, () => failure({ retryAfterMs: 40_000 }));
    await expect(withRetry(late, { clock: fakeClock(), deadlineMs: 100_000, random: () => 0 }).doGenerate(textCall('Q'))).rejects.toBeInstanceOf(BackendError);
    expect(late.calls).toHaveLength(3);
  });

  it('never repeats a final error or an abort, nor wraps them', async () => {
    for (const error of [failure({ isRetryable: false, kind: 'auth' }), new AbortedError('Stopped.'), new TypeError('a bug')]) {
      const model = failing(1, () => error);
      await expect(withRetry(model, { clock: fakeClock() }).doGenerate(textCall('Q'))).rejects.toBe(error);
      expect(model.calls).toHaveLength(1);
    }
  });

  it('stops waiting when the signal fires', async () => {
    const controller = new AbortController();
    const model = failing(99, () => { setTimeout(() => controller.abort(), 20); return failure({ retryAfterMs: 50_000 }); });
    await expect(withRetry(model).doGenerate(textCall('Q', { signal: controller.signal }))).rejects.toBeInstanceOf(AbortedError);
    expect(model.calls).toHaveLength(1);
  });
});
