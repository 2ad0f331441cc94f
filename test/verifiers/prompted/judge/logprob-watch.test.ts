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

  it('asks a model that gives none only once', async () => {
    expect(await watchAll([false, false, false, false], false)).toEqual({ kept: [false, false, false, false], tries: 1 });
  });

  it('does not take a model that gave some for one that gives none', async () => {
    expect(await watchAll([false, true, false, false], false)).toEqual({ kept: [false, true, false, false], tries: 3 });
  });

  it('leaves refusals and answers that were cut off alone', async () => {
    expect(await watchAll([true, false], true, { finishReason: 'content-filter' })).toEqual({ kept: [true, false], tries: 0 });
    expect(await watchAll([true, false], true, { finishReason: 'length' })).toEqual({ kept: [true, false], tries: 0 });
  });
});
