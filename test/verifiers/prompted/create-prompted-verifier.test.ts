import { describe, expect, it } from 'vitest';
import { PromptError } from '../../../src/errors/index.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import { createPromptLibrary } from '../../../src/prompts/prompt-library.js';
import { hashPrompt } from '../../../src/prompts/hash-prompt.js';
import type { Prompt } from '../../../src/prompts/prompt.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import { scriptedModel } from './scripted-model.js';

const house = (await loadPrompts()).list();
const create = (settings: PromptedSettings = {}, pack: Prompt[] = []) => {
  const models = { describe: scriptedModel(() => '', 'eyes'), audit: scriptedModel(() => '', 'auditor'), judge: scriptedModel(() => '', 'judge') };
  const prompts = createPromptLibrary([house, pack.map((prompt) => ({ prompt, ref: `${prompt.id}@${prompt.version}`, hash: hashPrompt(prompt), source: 'pack' }))]);
  return { models, verifier: createPromptedVerifier({ models, prompts, settings }) };
};
const get = (id: string): Prompt => house.find(({ prompt }) => prompt.id === id)?.prompt as Prompt;

describe('createPromptedVerifier', () => {
  it('is named after its models, its prompt texts and what else changes results', () => {
    const plain = create().verifier.id;
    expect(plain).toMatch(/^prompted\/1 \(describe: eyes describe-long@1#[0-9a-f]{8}; extract: auditor extract-checklist@1#.*; audit: auditor audit-claims@1#.*; judge per-step: judge judge-step-strict@1#[0-9a-f]{8}\)$/);
    const changed = { ...get('audit-claims'), sampling: { temperature: 1, maxTokens: 8 } };
    const others = [create({}, [changed]), create({ votes: 3 }), create({ votes: 3, voteTemperature: 1 }), create({ historySteps: 3 }), create({ seed: 0 }), create({ extraction: 'combined' }), create({ judge: 'batch' }), create({ promptSet: 'evpv' })];
    expect(new Set([plain, ...others.map(({ verifier }) => verifier.id)]).size).toBe(others.length + 1);
    expect(create({ stepConcurrency: 2 }).verifier.id).toBe(plain);
  });

  it.each<[PromptedSettings, RegExp]>([
    [{ prompts: { judge: 'no-such' } }, /Expected the name of a prompt, got `no-such`/],
    [{ prompts: { judge: 'judge-steps-strict' } }, /cannot be used for per-step: it asks for `count`.*Choose a prompt made for per-step\.$/],
    [{ judge: 'batch', prompts: { judge: 'judge-step-strict' } }, /cannot be used for batch: expected an answer of type label-array, its is label/],
    [{ prompts: { describe: 'audit-claims' } }, /cannot be used for describe: it asks for/],
    [{ prompts: { audit: 'split-steps' } }, /cannot be used for audit: it asks for `reasoning`/],
  ])('refuses %j before the first call', (settings, message) => {
    expect(() => create(settings)).toThrow(PromptError);
    expect(() => create(settings)).toThrow(message);
  });

  it('says that a description without the question can be shared', () => {
    const blind: Prompt = { ...get('describe-short'), id: 'describe-long', inputs: {}, messages: [{ role: 'user', parts: [{ images: 'all' }, { text: 'Describe.' }] }] };
    expect(create({}, [blind]).verifier.descriptionDependsOnQuestion).toBe(false);
  });

  it('notes for the manifest that steps got hard labels', async () => {
    const model = scriptedModel(() => ({ text: '+', tokens: null }));
    const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: createPromptLibrary([house]) });
    const solution = { checklist: 'declared' as const, steps: [{ text: 'one', visualDependency: null }, { text: 'two', visualDependency: null }] };
    await verifier.doJudgeSteps({ problem: { id: 'p', question: 'q' }, images: [], description: null, solution });
    expect(verifier.readNotes?.()).toEqual([expect.stringMatching(/^per-step: 2 steps judged by a hard label/)]);
  });

  it('refuses unknown settings', () => {
    expect(() => create({ vote: 3 } as PromptedSettings)).toThrow(/vote/);
  });

  it('closes each model once', async () => {
    const { models, verifier } = create();
    await verifier.close();
    await verifier.close();
    expect(Object.values(models).map(({ closed }) => closed)).toEqual([1, 1, 1]);
    const one = scriptedModel(() => '');
    await createPromptedVerifier({ models: { describe: one, audit: one, judge: one }, prompts: createPromptLibrary([house]) }).close();
    expect(one.closed).toBe(1);
  });
});
