import { beforeAll, describe, expect, it } from 'vitest';
import { AbortedError } from '../../../../src/errors/index.js';
import { createMemoryImage } from '../../../../src/images/memory-image.js';
import { ModelError } from '../../../../src/models/model-error.js';
import { loadPrompts } from '../../../../src/prompts/load-prompts.js';
import type { PromptLibrary } from '../../../../src/prompts/prompt-library.js';
import type { StepJudgment } from '../../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../../src/verifiers/prompted/prompted-settings.js';
import { emptyDescription } from '../../../helpers/fake-verifier.js';
import { scriptedModel, softToken, textOf, type ScriptedAnswer } from '../scripted-model.js';

let prompts: PromptLibrary;
beforeAll(async () => {
  prompts = await loadPrompts();
});

const steps = ['AB is 5.', 'BC is 12.', 'AC is 13.', 'The perimeter is 30.'];
const solution = (texts: string[] = steps) => ({ steps: texts.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' as const });
const problem = { id: 'p', question: 'How long is the way round?', choices: ['30', '31'] };

function judge(settings: PromptedSettings, answer: Parameters<typeof scriptedModel>[0], call: { texts?: string[]; signal?: AbortSignal; images?: number } = {}) {
  const model = scriptedModel(answer);
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings });
  const images = Array.from({ length: call.images ?? 1 }, () => createMemoryImage(new Uint8Array([1])));
  const judgments = verifier.doJudgeSteps({ problem, images, description: { ...emptyDescription, caption: 'A triangle.' }, solution: solution(call.texts), signal: call.signal });
  return { model, judgments };
}
const lastStepIs = (call: Parameters<typeof textOf>[0], text: string): boolean => textOf(call).trimEnd().endsWith(text);
const probabilities = (judgments: StepJudgment[]): unknown[] => judgments.map((one) => (one.status === 'scored' ? [one.probability, one.source] : one.status));
const overflow = () => new ModelError('too long', { kind: 'context-overflow', isRetryable: false });

describe('mode per-step', () => {
  it('reads label log-probabilities, one call a step, in the order of the steps', async () => {
    const { model, judgments } = judge({}, (call) => ({ text: '+', tokens: softToken(lastStepIs(call, 'AC is 13.') ? { '+': 0.2, '-': 0.8 } : { '+': 0.9, '-': 0.1 }) }));
    const found = await judgments;
    expect(found.map((one) => (one.status === 'scored' ? [one.probability.toFixed(6), one.source] : one))).toEqual([['0.900000', 'label-logprobs'], ['0.900000', 'label-logprobs'], ['0.200000', 'label-logprobs'], ['0.900000', 'label-logprobs']]);
    expect(model.calls).toHaveLength(4);
    expect(model.calls.every(({ constraint, topLogprobs, sampleIndex }) => constraint?.type === 'choice' && topLogprobs === 20 && sampleIndex === 0)).toBe(true);
  });

  it('shows each call what the one before showed, and one step more', async () => {
    const { model, judgments } = judge({ stepConcurrency: 1 }, () => '+');
    await judgments;
    const shown = model.calls.map(textOf);
    for (let at = 1; at < shown.length; at++) expect(shown[at]?.startsWith(shown[at - 1] as string)).toBe(true);
    expect(shown[0]).toMatch(/^system: [\s\S]*\nuser: \[image\]Question:\nHow long is the way round\?\n\nOptions:\nA\. 30\nB\. 31\n\n[\s\S]*A triangle\.[\s\S]*Step 1: AB is 5\.\n\n$/);
  });

  it('waits for the first step before it asks about the others', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const { model, judgments } = judge({}, async (_, index) => {
      if (index === 0) await held;
      return '+';
    });
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(model.calls).toHaveLength(1);
    release();
    await judgments;
    expect(model.calls).toHaveLength(4);
  });

  it('goes down the ladder: votes without log-probabilities, a hard label with one vote', async () => {
    const voted = judge({ votes: 4 }, ({ sampleIndex }) => (sampleIndex === 3 ? '-' : '+'), { texts: ['one'] });
    expect(probabilities(await voted.judgments)).toEqual([[0.75, 'votes']]);
    expect(voted.model.calls.map(({ sampleIndex, sampling }) => [sampleIndex, sampling.temperature])).toEqual([[0, 0], [1, 0.7], [2, 0.7], [3, 0.7]]);
    expect(probabilities(await judge({}, () => '-', { texts: ['one'] }).judgments)).toEqual([[0, 'label']]);
  });

  it('compares the labels of the reference where they part', async () => {
    const { judgments } = judge({ promptSet: 'evpv' }, () => ({ text: '-1', tokens: [...softToken({ '1': 0.3, '-': 0.7 }) ?? [], { token: '1', logprob: 0, top: [] }] }), { texts: ['one'] });
    const [judgment] = await judgments;
    expect(judgment).toMatchObject({ status: 'scored', source: 'label-logprobs' });
    expect(judgment?.status === 'scored' && judgment.probability).toBeCloseTo(0.3, 9);
  });

  it('asks once more with the reason, then leaves the step unscored', async () => {
    const mended = judge({}, (_, index) => (index === 0 ? 'Looks fine to me.' : '-'), { texts: ['one'] });
    expect(probabilities(await mended.judgments)).toEqual([[0, 'label']]);
    expect(textOf(mended.model.calls[1] as never)).toContain('assistant: Looks fine to me.\nuser: Your answer cannot be used: Expected the answer `+` or `-`, got "Looks fine to me."');
    const lost = judge({}, () => 'Hm.', { texts: ['one', 'two'] });
    expect(await lost.judgments).toEqual([1, 2].map(() => ({ status: 'unscored', reason: expect.stringContaining('got "Hm."') })));
    expect(lost.model.calls).toHaveLength(4);
  });

  it('does not read a refusal as an answer', async () => {
    const { judgments } = judge({}, () => ({ text: '-', finishReason: 'content-filter', warnings: ['the model refused: no'] }), { texts: ['one'] });
    expect(await judgments).toEqual([{ status: 'unscored', reason: 'Expected an answer, but the model refused: no.' }]);
  });

  it('keeps the other steps when one call fails, and gives up when all would', async () => {
    const failing = (kind: 'server' | 'auth'): ScriptedAnswer => { throw new ModelError('broken', { kind, isRetryable: false }); };
    const { judgments } = judge({}, (call) => (lastStepIs(call, 'BC is 12.') ? failing('server') : '+'));
    expect(probabilities(await judgments)).toEqual([[1, 'label'], 'unscored', [1, 'label'], [1, 'label']]);
    const refused = judge({}, () => failing('auth'));
    await expect(refused.judgments).rejects.toThrow('broken');
    expect(refused.model.calls).toHaveLength(1);
  });

  it('shortens a history that does not fit from the front, and records it', async () => {
    const { model, judgments } = judge({ stepConcurrency: 1 }, (call) => {
      if (textOf(call).includes('AB is 5.') && textOf(call).includes('AC is 13.')) throw overflow();
      return '+';
    });
    const found = await judgments;
    expect(found.map((one) => (one.status === 'scored' ? one.findings : one))).toEqual([[], [],
      [expect.objectContaining({ kind: 'history-shortened', text: expect.stringContaining('without the first 1 steps') })],
      [expect.objectContaining({ kind: 'history-shortened', text: expect.stringContaining('without the first 2 steps') })],
    ]);
    const last = textOf(model.calls.at(-1) as never);
    expect(last).toContain('(The first 2 steps are left out');
    expect(last).toContain('Step 4: The perimeter is 30.');
    expect(last).not.toContain('BC is 12.');
  });

  it('leaves a step unscored that does not fit even alone', async () => {
    const { model, judgments } = judge({ stepConcurrency: 1 }, () => { throw overflow(); });
    expect((await judgments).map(({ status }) => status)).toEqual(Array(4).fill('unscored'));
    expect(model.calls).toHaveLength(1 + 2 + 3 + 3);
  });

  it('keeps to the history it is given', async () => {
    const { model, judgments } = judge({ promptSet: 'evpv', historySteps: 2, stepConcurrency: 1 }, () => '1');
    expect(probabilities(await judgments)).toEqual([1, 2, 3, 4].map(() => [1, 'label']));
    expect(textOf(model.calls[3] as never)).toContain('Previous steps:\n[\n  "BC is 12.",\n  "AC is 13."\n]\n\nCurrent step:\nThe perimeter is 30.');
    expect(model.calls[3]?.constraint).toEqual({ type: 'choice', choices: ['1', '-1'] });
  });

  it('stops at once when it is told to', async () => {
    const controller = new AbortController();
    const { model, judgments } = judge({ stepConcurrency: 1 }, () => {
      controller.abort();
      return '+';
    }, { signal: controller.signal });
    await expect(judgments).rejects.toThrow(AbortedError);
    expect(model.calls).toHaveLength(1);
  });
});

describe('mode critic', () => {
  it('votes over reasoned verdicts and keeps the reason of the majority', async () => {
    const { model, judgments } = judge({ judge: 'critic', votes: 3 }, ({ sampleIndex }) => (sampleIndex === 0 ? 'Looks right.\nVerdict: +' : `Sample ${sampleIndex} computed 14.\n**Verdict:** -`), { texts: ['one'] });
    const [judgment] = await judgments;
    expect(judgment).toMatchObject({ status: 'scored', source: 'votes', findings: [{ kind: 'critic', correct: false, text: 'Sample 1 computed 14.' }] });
    expect(judgment?.status === 'scored' && judgment.probability).toBeCloseTo(1 / 3);
    expect(model.calls.map(({ sampleIndex }) => sampleIndex)).toEqual([0, 1, 2]);
  });

  it('takes the last verdict, and is unscored when most cannot be read', async () => {
    expect(probabilities(await judge({ judge: 'critic' }, () => 'Someone may say "Verdict: +". I do not.\nVerdict: -', { texts: ['one'] }).judgments)).toEqual([[0, 'label']]);
    const lost = judge({ judge: 'critic', votes: 3 }, ({ sampleIndex }) => (sampleIndex === 1 ? 'Verdict: +' : 'I cannot tell.'), { texts: ['one'] });
    expect(await lost.judgments).toEqual([{ status: 'unscored', reason: 'Expected a label from each of 3 answers, could read 1.' }]);
  });
});
