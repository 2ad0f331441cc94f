import { describe, expect, it } from 'vitest';
import { stopTogether } from '../../src/util/stop-together.js';

describe('stopTogether', () => {
  it('tells the others by the signal, and keeps the error that came first', async () => {
    const work = stopTogether();
    const slow = work.run(() => new Promise((_, reject) => work.signal.addEventListener('abort', () => reject(new Error('stopped')))));
    const broken = work.run(async () => { throw new Error('broken'); });
    const results = await Promise.allSettled([slow, broken]);
    expect(results.map((one) => (one.status === 'rejected' ? String(one.reason) : 'fulfilled'))).toEqual(['Error: stopped', 'Error: broken']);
    expect(work.reason(new Error('other'))).toEqual(new Error('broken'));
  });

  it('follows the outer signal until it ends', () => {
    const outer = new AbortController();
    const [following, ended] = [stopTogether(outer.signal), stopTogether(outer.signal)];
    ended.end();
    outer.abort();
    expect([following.signal.aborted, ended.signal.aborted, stopTogether(outer.signal).signal.aborted]).toEqual([true, false, true]);
    expect(following.reason('the outer one')).toBe('the outer one');
  });
});
