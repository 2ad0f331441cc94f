import { describe, expect, it } from 'vitest';
import { createTurnsWatch } from '../../../../src/verifiers/prompted/judge/turns-watch.js';

/** Starts so many attempts at once; `runs` says, for each call that is really made, how it goes. */
async function attemptAll(count: number, runs: (n: number, note: ReturnType<typeof createTurnsWatch>['note']) => void) {
  const watch = createTurnsWatch();
  let made = 0;
  let open = 0;
  const openWhenMade: number[] = [];
  const settled = await Promise.allSettled(Array.from({ length: count }, () => watch.attempt(async () => {
    const n = made++;
    openWhenMade.push(++open);
    await new Promise((resolve) => { setTimeout(resolve, 2); });
    open--;
    runs(n, watch.note);
    return n;
  })));
  return { watch, made, openWhenMade, results: settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')) };
}

describe('createTurnsWatch', () => {
  it('lets one call go ahead, then all at once', async () => {
    const { openWhenMade, results } = await attemptAll(5, (_, note) => note('read'));
    expect(openWhenMade).toEqual([1, 1, 2, 3, 4]);
    expect(results).toEqual([0, 1, 2, 3, 4]);
  });

  it('makes no further call to a server that tells no prompt', async () => {
    const { made, results } = await attemptAll(5, (_, note) => note('no-prompt'));
    expect([made, results]).toEqual([1, [0, null, null, null, null]]);
  });

  it('learns nothing from calls that fail: the next goes ahead alone', async () => {
    const { openWhenMade, results } = await attemptAll(4, (n, note) => {
      if (n < 2) throw new Error('down');
      note('read');
    });
    expect(openWhenMade).toEqual([1, 1, 1, 1]);
    expect(results).toEqual(['failed', 'failed', 2, 3]);
  });

  it('never gives up a server that told a prompt once', async () => {
    const { watch, made } = await attemptAll(3, (n, note) => note(n === 0 ? 'read' : 'no-prompt'));
    expect(made).toBe(3);
    expect(await watch.attempt(async () => 'again')).toBe('again');
    expect(watch.readNotes()).toEqual(['turns: one call a solution over prompt log-probabilities']);
  });
});
