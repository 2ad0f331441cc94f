import { describe, expect, it } from 'vitest';
import { lateSignal } from '../../src/models/late-signal.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe('lateSignal', () => {
  it('fires after the other signal, and not before', async () => {
    const stop = new AbortController();
    const late = lateSignal(stop.signal, 30);
    stop.abort();
    expect(late.signal?.aborted).toBe(false);
    await pause(60);
    expect(late.signal?.aborted).toBe(true);
  });

  it('does not fire once it is released', async () => {
    const stop = new AbortController();
    const late = lateSignal(stop.signal, 10);
    stop.abort();
    late.release();
    await pause(30);
    expect(late.signal?.aborted).toBe(false);
  });

  it('is the signal itself without a delay, and refuses what was stopped before', () => {
    const stop = new AbortController();
    expect(lateSignal(stop.signal, 0).signal).toBe(stop.signal);
    stop.abort();
    expect(() => lateSignal(stop.signal, 1000)).toThrow('Stopped.');
  });
});
