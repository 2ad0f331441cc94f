import { describe, expect, it } from 'vitest';
import type { GenerateResult } from '../../../../src/models/chat-model.js';
import { createLogprobWatch } from '../../../../src/verifiers/prompted/judge/logprob-watch.js';

const answer = (tokens: GenerateResult['tokens'], changes: Partial<GenerateResult> = {}): GenerateResult => ({ text: '+', finishReason: 'stop', tokens, usage: null, model: null, warnings: [], ...changes });

/** Sends answers with (true) or without (false) log-probabilities through one watch and counts the second tries. */
async function watchAll(first: readonly boolean[], second: boolean, changes: Partial<GenerateResult> = {}): Promise<{ kept: boolean[]; tries: number }> {
  const watch = createLogprobWatch();
  let tries = 0;
  const kept: boolean[] = [];
  for (const has of first) {
    const settled = await watch(answer(has ? [] : null, changes), async () => {
      tries++;
      return answer(second ? [] : null);
    });
    kept.push(settled.tokens !== null);
  }
  return { kept, tries };
}

describe('createLogprobWatch', () => {
  it('asks again for what got lost, at the start of a run too', async () => {
    expect(await watchAll([false, true, false], true)).toEqual({ kept: [true, true, true], tries: 2 });
  });

  it('believes a model that gives none after a few tries, once', async () => {
    expect(await watchAll([false, false, false, false], false)).toEqual({ kept: [false, false, false, false], tries: 3 });
  });

  it('fails rather than mix labels with the probabilities that a model gave before, and forgets what was of no use', async () => {
    const watch = createLogprobWatch();
    await watch(answer([]), () => Promise.reject(new Error('not asked')));
    const attempts: number[] = [];
    let forgotten = 0;
    const lost = (): GenerateResult => answer(null, { forget: () => { forgotten++; } });
    await expect(watch(lost(), async (attempt) => { attempts.push(attempt); return lost(); })).rejects.toThrow('got 4 answers without');
    expect({ attempts, forgotten }).toEqual({ attempts: [1, 2, 3], forgotten: 4 });
  });

  it('goes on asking past a refusal', async () => {
    const watch = createLogprobWatch();
    expect(await watch(answer(null), async (attempt) => (attempt === 1 ? answer(null, { finishReason: 'content-filter' }) : answer([])))).toMatchObject({ tokens: [] });
  });

  it('leaves refusals and answers that were cut off alone', async () => {
    expect(await watchAll([true, false], true, { finishReason: 'content-filter' })).toEqual({ kept: [true, false], tries: 0 });
    expect(await watchAll([true, false], true, { finishReason: 'length' })).toEqual({ kept: [true, false], tries: 0 });
  });
});
