import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { connectModel } from '../../../src/models/connect-model.js';
import { connectPoolingEndpoint } from '../../../src/models/connect-pooling-endpoint.js';
import { verifySolution } from '../../../src/pipeline/verify-solution.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import type { Solution, StepJudgment, Verification } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import { startSimulatedServer, type SimulatedServer } from '../../helpers/simulated-server/start-simulated-server.js';
import type { TruthFunction } from '../../helpers/simulated-server/truth.js';
import { tinyPng } from '../../helpers/tiny-png.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

/** So many tokens of the simulated server, which takes four characters for one. */
const tokens = (count: number): string => 'abc '.repeat(count);
const truth: TruthFunction = ({ messages, choices }) => {
  const shown = messages.map(({ text }) => text).join('\n');
  if (choices !== null) return { text: '+', probabilities: { '+': 0.8, '-': 0.2 }, earlierTurns: messages.filter(({ role }) => role === 'assistant').map(() => ({ '+': 0.8, '-': 0.2 })) };
  const count = /The solution has (\d+) steps/.exec(shown)?.[1];
  if (shown.includes('Verdict: +')) return { text: 'It holds.\nVerdict: +' };
  if (count !== undefined) return { text: JSON.stringify(Array(Number(count)).fill('+')) };
  return { text: JSON.stringify(shown.includes('\nClaims:\n') ? { verdicts: [{ claim: 1, verdict: 'supported', evidence: '' }] } : { caption: 'A figure.', key_facts: ['AB is 5.'], claims: [{ claim: 'AB = 5', steps: [1] }] }) };
};

const clear = /^http:\/\/127\.0\.0\.1:\d+: expected an answer, but the server refused with status 400 \(it says: .*context length is \d+ tokens.*\)\. Shorten the messages, lower `--max-pixels`, or serve the model with a longer context\.$/;

interface Given { steps: string[]; claim?: string; question?: string; settings?: PromptedSettings; contextTokens?: number }
/** Verifies one solution at a server with little room; without a claim the checklist is to be extracted. */
async function verify({ steps, claim, question = 'How long is AB?', settings = {}, contextTokens = 1700 }: Given): Promise<{ server: SimulatedServer; verification: Verification }> {
  const server = await startSimulatedServer({ kind: 'vllm', truth, contextTokens, poolingTruth: (text) => [...text.matchAll(/<extra_0>/g)].map(() => 0.8) });
  const connection = { baseUrl: server.baseUrl, name: 'vlm' };
  const { model } = await connectModel(connection);
  const judge = settings.judge === 'pooling' ? await connectPoolingEndpoint(connection) : model;
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge }, prompts: await loadPrompts(), settings });
  open.push(server, verifier);
  const solution: Solution = { checklist: claim === undefined ? 'undeclared' : 'declared', steps: steps.map((text, at) => ({ text, visualDependency: at === 0 && claim ? claim : null })) };
  return { server, verification: await verifySolution({ verifier, problem: { id: 'p', question, images: ['a.png'] }, images: [createMemoryImage(tinyPng(1))], solution }) };
}
const judgmentsOf = ({ steps }: Verification): StepJudgment[] => steps.map(({ judgment }) => judgment);
const isShortened = (judgment: StepJudgment): boolean => judgment.status === 'scored' && judgment.findings.some(({ kind }) => kind === 'history-shortened');

const modes: [PromptedSettings['judge'], contextTokens: number][] = [['per-step', 1700], ['critic', 1700], ['batch', 1700], ['turns', 1200], ['pooling', 900]];

describe('a judge whose context is too short', () => {
  it.each(modes)('judges with less history and records that: %s', async (judge, contextTokens) => {
    const { verification } = await verify({ steps: Array.from({ length: 6 }, () => tokens(200)), claim: '', settings: { judge }, contextTokens });
    const judgments = judgmentsOf(verification);
    expect(judgments.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'scored'));
    expect([isShortened(judgments[0] as StepJudgment), isShortened(judgments[5] as StepJudgment)]).toEqual([false, true]);
    expect(verification.failures).toEqual([]);
  });

  it.each(modes)('leaves only the step unscored that does not fit even alone: %s', async (judge, contextTokens) => {
    const { verification } = await verify({ steps: ['AB is 5.', tokens(2000), 'BC is 6.'], claim: '', settings: { judge }, contextTokens });
    const judgments = judgmentsOf(verification);
    expect(judgments.map(({ status }) => status)).toEqual(['scored', 'unscored', 'scored']);
    expect(judgments[1]).toEqual({ status: 'unscored', reason: expect.stringMatching(clear) as string });
    expect(verification.failures).toEqual([{ stage: 'judge', reason: expect.stringMatching(clear) as string }]);
    expect(verification.score.status).toBe('partial');
  });
});

describe('other jobs whose context is too short', () => {
  it('describing: one refused call, one clear reason, and steps are judged all the same', async () => {
    const { server, verification } = await verify({ steps: ['AB is 5.'], claim: 'AB = 5', contextTokens: 650, settings: { prompts: { judge: 'judge-step-text-only' } } });
    expect(verification.failures).toEqual([{ stage: 'describe', reason: expect.stringMatching(clear) as string }]);
    expect(judgmentsOf(verification)).toMatchObject([{ status: 'scored' }]);
    expect(verification.steps[0]?.gated).toBeNull();
    expect(server.stats.calls).toBe(2);
  });

  it('auditing: the raw rewards stay, the gated ones are unscored with the reason', async () => {
    const { server, verification } = await verify({ steps: ['AB is 5.'], claim: tokens(2000) });
    expect(verification.failures).toEqual([{ stage: 'audit', reason: expect.stringMatching(clear) as string }]);
    expect(verification.checklist).toMatchObject([{ verdict: null }]);
    expect(verification.steps[0]).toMatchObject({ gated: null, gateFailure: expect.stringMatching(clear) as string });
    expect(verification.steps[0]?.raw).toBeCloseTo(0.6, 9);
    expect(server.stats.calls).toBe(3);
  });

  it.each<PromptedSettings['extraction']>(['separate', 'combined'])('extracting (%s): no step has a gated reward, and the reason is told', async (extraction) => {
    const { verification } = await verify({ steps: Array.from({ length: 9 }, () => tokens(180)), settings: { extraction } });
    expect(verification.failures).toEqual([{ stage: 'checklist', reason: expect.stringMatching(clear) as string }]);
    expect(verification.steps.map(({ raw, gated }) => [raw === null, gated])).toEqual(Array.from({ length: 9 }, () => [false, null]));
  });
});
