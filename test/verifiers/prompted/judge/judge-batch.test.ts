import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TokenLogprob } from '../../../../src/models/chat-model.js';
import { ModelError } from '../../../../src/models/model-error.js';
import { loadPrompts } from '../../../../src/prompts/load-prompts.js';
import type { PromptLibrary } from '../../../../src/prompts/prompt-library.js';
import { createPromptedVerifier } from '../../../../src/verifiers/prompted/create-prompted-verifier.js';
import { readLabelArray } from '../../../../src/verifiers/prompted/judge/label-array.js';
import type { PromptedSettings } from '../../../../src/verifiers/prompted/prompted-settings.js';
import { scriptedModel, softToken, textOf } from '../scripted-model.js';

let prompts: PromptLibrary;
beforeAll(async () => {
  prompts = await loadPrompts();
});

function judge(count: number, answer: Parameters<typeof scriptedModel>[0], settings: PromptedSettings = {}) {
  const model = scriptedModel(answer);
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings: { judge: 'batch', ...settings } });
  const solution = { steps: Array.from({ length: count }, (_, at) => ({ text: `step text ${at + 1}`, visualDependency: null })), checklist: 'undeclared' as const };
  return { model, judgments: verifier.doJudgeSteps({ problem: { id: 'p', question: 'q' }, images: [], description: null, solution }) };
}
const scored = (probability: number, source = 'label') => ({ status: 'scored', probability, source, findings: [] });

describe('mode batch', () => {
  it('asks once for all steps', async () => {
    const { model, judgments } = judge(3, () => '["+","-","+"]');
    expect(await judgments).toEqual([scored(1), scored(0), scored(1)]);
    expect(model.calls).toHaveLength(1);
    expect(textOf(model.calls[0] as never)).toContain('The solution has 3 steps');
  });

  it('reads the integers of the reference, in a fence and with talk around them', async () => {
    expect(await judge(2, () => 'Steps [1] and [2]:\n```json\n[1, -1]\n```', { promptSet: 'evpv' }).judgments).toEqual([scored(1), scored(0)]);
  });

  it.each(['["+","-"]', '["+","-","+","+"]', '["+","-",', '["+","-","maybe"]', '{"a": 1}', ''])('asks again after %j', async (bad) => {
    const { model, judgments } = judge(3, (_, index) => (index === 0 ? bad : '["+","+","-"]'));
    expect(await judgments).toEqual([scored(1), scored(1), scored(0)]);
    expect(textOf(model.calls[1] as never)).toContain('Your answer cannot be used');
  });

  it('votes where there are no log-probabilities, and only there', async () => {
    const { model, judgments } = judge(2, ({ sampleIndex }) => ['["+","+"]', '["+","-"]', 'nothing', '["-","+"]'][sampleIndex] ?? '', { votes: 4 });
    expect((await judgments).map((one) => one.status === 'scored' && [one.probability.toFixed(4), one.source])).toEqual([['0.6667', 'votes'], ['0.6667', 'votes']]);
    expect(new Set(model.calls.map(({ sampleIndex }) => sampleIndex))).toEqual(new Set([0, 1, 2, 3]));
    const soft = judge(1, () => ({ text: '["+"]', tokens: [{ token: '["', logprob: 0, top: [] }, ...softToken({ '+': 0.6, '-': 0.4 }) ?? [], { token: '"]', logprob: 0, top: [] }] }), { votes: 4 });
    expect(await soft.judgments).toEqual([expect.objectContaining({ source: 'label-logprobs' })]);
    expect(soft.model.calls).toHaveLength(1);
  });

  it('gives up after the second wrong length', async () => {
    const { model, judgments } = judge(3, () => '["+"]');
    await expect(judgments).rejects.toThrow(/expected an array of 3 labels/);
    expect(model.calls).toHaveLength(2);
  });

  it('cuts in two what does not fit, and records what was left out', async () => {
    const { model, judgments } = judge(4, (call) => {
      const shown = textOf(call).match(/step text/g)?.length ?? 0;
      if (textOf(call).includes('step text 1') && textOf(call).includes('step text 4')) throw new ModelError('too long', { kind: 'context-overflow', isRetryable: false });
      return JSON.stringify(Array(shown).fill('+'));
    });
    const found = await judgments;
    expect(found.map((one) => one.status === 'scored' && one.findings.map(({ kind }) => kind))).toEqual([[], [], ['history-shortened'], ['history-shortened']]);
    expect(textOf(model.calls[2] as never)).toMatch(/first 2 steps are left out[\s\S]*Step 3: step text 3[\s\S]*must hold 2 strings/);
  });
});

describe('readLabelArray', () => {
  /** Cuts a text into tokens at given places and gives each label token its alternatives. */
  function tokensOf(text: string, cuts: readonly number[], soft: ReadonlyMap<number, number>): TokenLogprob[] {
    const bounds = [...new Set([0, ...cuts.map((cut) => cut % text.length), text.length])].sort((a, b) => a - b);
    return bounds.slice(0, -1).map((from, at) => {
      const token = text.slice(from, bounds[at + 1]);
      const place = [...soft.keys()].find((one) => one >= from && one < (bounds[at + 1] as number));
      if (place === undefined) return { token, logprob: 0, top: [{ token, logprob: 0 }] };
      const positive = soft.get(place) as number;
      const spell = (label: string): string => token.slice(0, place - from) + label + token.slice(place - from + 1);
      const top = [{ token: spell('+'), logprob: Math.log(positive) }, { token: spell('-'), logprob: Math.log(1 - positive) }];
      return { token, logprob: Math.log(text[place] === '+' ? positive : 1 - positive), top };
    });
  }

  it('finds how sure the model was of each label, wherever the tokens are cut', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), fc.array(fc.nat(200), { maxLength: 40 }), fc.constantFrom('', 'Here [it] is: ', '```json\n'), (shares, extra, before) => {
      const values = shares.map((one) => (one >= 0.5 ? '+' : '-'));
      const text = before + JSON.stringify(values);
      const places = shares.map((_, at) => before.length + 2 + at * 4);
      // A token that spells two labels cannot tell them apart, so at least one cut lies between any two.
      const tokens = tokensOf(text, [...extra, ...places.map((place) => place + 2)], new Map(places.map((place, at) => [place, shares[at] as number])));
      const judgments = readLabelArray(values, { text, tokens }, { positive: '+', negative: '-' });
      judgments.forEach((judgment, at) => {
        expect(judgment).toMatchObject({ status: 'scored', source: 'label-logprobs' });
        expect(judgment.status === 'scored' && judgment.probability).toBeCloseTo(shares[at] as number, 6);
      });
    }));
  });

  it('falls back to hard labels when the tokens do not help', () => {
    expect(readLabelArray(['+', '-'], { text: '["+","-"]', tokens: null }, { positive: '+', negative: '-' })).toEqual([scored(1), scored(0)]);
    expect(readLabelArray([1, -1], { text: 'something else', tokens: [] }, { positive: '1', negative: '-1' })).toEqual([scored(1), scored(0)]);
  });
});
