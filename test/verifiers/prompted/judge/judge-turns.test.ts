import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../../src/images/memory-image.js';
import type { ChatModel } from '../../../../src/models/chat-model.js';
import { connectModel } from '../../../../src/models/connect-model.js';
import { ModelError } from '../../../../src/models/model-error.js';
import { hashPrompt } from '../../../../src/prompts/hash-prompt.js';
import { loadPrompts } from '../../../../src/prompts/load-prompts.js';
import { createPromptLibrary, type LoadedPrompt } from '../../../../src/prompts/prompt-library.js';
import type { StepJudgment } from '../../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../../src/verifiers/prompted/prompted-settings.js';
import { startSimulatedServer, type SimulatedServer, type SimulatedServerOptions } from '../../../helpers/simulated-server/start-simulated-server.js';
import { tinyPng } from '../../../helpers/tiny-png.js';
import { scriptedModel, softToken } from '../scripted-model.js';

type Labels = readonly [positive: string, negative: string];

let house: readonly LoadedPrompt[];
beforeAll(async () => { house = (await loadPrompts()).list(); });
const open: { close(): Promise<void> }[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())); });

/** The prompt of the mode with other labels, as a pack for another checkpoint has it. */
function packWith([positive, negative]: Labels): LoadedPrompt[] {
  const plain = house.find(({ prompt }) => prompt.id === 'judge-turns')?.prompt;
  const prompt = JSON.parse(JSON.stringify(plain).replace('"text":"+"', JSON.stringify({ text: positive }).slice(1, -1))) as NonNullable<typeof plain>;
  const own = { ...prompt, version: 2, answer: { type: 'label' as const, positive, negative } };
  return [{ prompt: own, ref: 'judge-turns@2', hash: hashPrompt(own), source: 'pack' }];
}

const sure = (claim: number): number => 0.03 + ((claim * 37) % 95) / 100;
/** A server that finds `claim n.` as likely as sure(n), in every turn of a chat. */
async function serve(labels: Labels, options: Partial<SimulatedServerOptions> = {}): Promise<{ server: SimulatedServer; model: ChatModel }> {
  const told = (text: string) => {
    const p = sure(Number(/claim (\d+)\./.exec(text)?.[1]));
    return { [labels[0]]: p, [labels[1]]: 1 - p };
  };
  const server = await startSimulatedServer({
    kind: 'vllm', ...options,
    truth: ({ messages }) => {
      const asked = messages.filter(({ role }) => role === 'user').map(({ text }) => told(text));
      const last = asked.at(-1) ?? {};
      return { text: (last[labels[0]] ?? 0) > 0.5 ? labels[0] : labels[1], probabilities: last, earlierTurns: asked.slice(0, -1) };
    },
  });
  const { model } = await connectModel({ baseUrl: server.baseUrl, name: 'vlm' });
  open.push(model, server);
  return { server, model };
}

const solutionOf = (claims: readonly number[], words = '') => ({ checklist: 'undeclared' as const, steps: claims.map((claim) => ({ text: `${words}claim ${claim}.`, visualDependency: null })) });
function makeJudge(model: ChatModel, { labels = ['+', '-'], ...settings }: PromptedSettings & { labels?: Labels } = {}) {
  const prompts = createPromptLibrary([house, packWith(labels)]);
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings: { judge: 'turns', prompts: { judge: 'judge-turns@2' }, ...settings } });
  const images = [createMemoryImage(tinyPng(3))];
  return { verifier, judge: (claims: readonly number[], words?: string) => verifier.doJudgeSteps({ problem: { id: 'p', question: 'Which?' }, images, description: null, solution: solutionOf(claims, words) }) };
}
const expectTruth = (judgments: readonly StepJudgment[], claims: readonly number[]): void => {
  expect(judgments).toHaveLength(claims.length);
  judgments.forEach((judgment, at) => expect(judgment.status === 'scored' && judgment.probability).toBeCloseTo(sure(claims[at] ?? NaN), 9));
};
const nine = [11, 12, 13, 14, 15, 16, 17, 18, 19];
const oneCall = 'turns: one call a solution over prompt log-probabilities';

describe('mode turns where the server tells log-probabilities of the prompt', () => {
  it.each<[NonNullable<SimulatedServerOptions['chatTemplate']>, Labels]>([
    ['qwen', ['+', '-']], ['internvl', ['+', '-']], ['qwen', ['1', '-1']], ['internvl', ['1', '-1']], ['qwen', ['right', 'wrong']], ['internvl', ['step good', 'step bad']],
  ])('reads all steps of a solution from one call: %s, %j', async (chatTemplate, labels) => {
    const { server, model } = await serve(labels, { chatTemplate });
    const { verifier, judge } = makeJudge(model, { labels });
    expectTruth(await judge(nine), nine);
    expect(server.stats.calls).toBe(1);
    expect(server.bodies[0]).toMatchObject({ prompt_logprobs: 5, return_token_ids: true });
    expect(verifier.readNotes?.()).toEqual([oneCall]);
  });

  it('sends one step a turn, with the placeholder of the prompt in every earlier turn of the assistant', async () => {
    const { server, model } = await serve(['+', '-']);
    await makeJudge(model).judge([1, 2, 3]);
    const messages = server.bodies[0]?.['messages'] as { role: string; content: unknown }[];
    expect(messages.slice(2)).toEqual([{ role: 'assistant', content: '+' }, { role: 'user', content: 'claim 2.' }, { role: 'assistant', content: '+' }, { role: 'user', content: 'claim 3.' }]);
  });

  it('gives what one call a step gives', async () => {
    const [told, untold] = [await serve(['+', '-']), await serve(['+', '-'], { kind: 'sglang' })];
    const [one, many] = [await makeJudge(told.model).judge(nine), await makeJudge(untold.model).judge(nine)];
    expect(one).toEqual(many);
    expect([told.server.stats.calls, untold.server.stats.calls]).toEqual([1, 1 + 9]);
  });

  it('cuts a solution that does not fit in two, and records what the second half was judged without', async () => {
    const { server, model } = await serve(['+', '-'], { contextTokens: 600 });
    const { judge, verifier } = makeJudge(model);
    const judgments = await judge(nine, 'a long step that says the same again and again, to fill the context of the model; '.repeat(2));
    expectTruth(judgments, nine);
    expect(server.stats.calls).toBe(3);
    const notes = judgments.map((one) => (one.status === 'scored' ? one.findings.map(({ text }) => text) : null));
    expect(notes.slice(0, 5)).toEqual([[], [], [], [], []]);
    expect(notes.slice(5)).toEqual([6, 7, 8, 9].map(() => [expect.stringContaining('without the first 5 steps')]));
    expect(verifier.readNotes?.()).toEqual([oneCall]);
  });

  it('asks about a step by itself whose label the one call does not tell', async () => {
    const { server, model } = await serve(['+', '-']);
    const { truth } = server.options;
    server.options.truth = (request) => {
      const answer = truth(request);
      return { ...answer, earlierTurns: (answer.earlierTurns ?? []).map((turn, at) => (at === 1 ? { The: 1 } : turn)) };
    };
    const { judge, verifier } = makeJudge(model);
    expectTruth(await judge([1, 2, 3]), [1, 2, 3]);
    expect(server.stats.calls).toBe(2);
    expect(verifier.readNotes?.()).toEqual([oneCall, 'turns: 1 steps asked about by themselves, the one call did not tell their label']);
  });

  it('keeps to a history that one call could not give', async () => {
    const { server, model } = await serve(['+', '-']);
    expectTruth(await makeJudge(model, { historySteps: 2 }).judge([1, 2, 3, 4]), [1, 2, 3, 4]);
    expect(server.stats.calls).toBe(4);
    expect(server.bodies.some((body) => 'prompt_logprobs' in body)).toBe(false);
  });
});

describe('mode turns elsewhere', () => {
  it('finds out once, whoever asks first, and then asks about every step', async () => {
    const { server, model } = await serve(['+', '-'], { kind: 'llamacpp', latencyMs: 5 });
    const { judge, verifier } = makeJudge(model);
    const all = await Promise.all([[1, 2, 3], [4, 5, 6], [7, 8, 9]].map((claims) => judge(claims).then((judgments) => ({ judgments, claims }))));
    for (const { judgments, claims } of all) expectTruth(judgments, claims);
    expect(server.stats.calls).toBe(1 + 9);
    expectTruth(await judge([10, 11]), [10, 11]);
    expect(server.stats.calls).toBe(1 + 9 + 2);
    expect(verifier.readNotes?.()).toEqual(['turns: one call a step, the server gives no prompt log-probabilities']);
  });

  it('does not take a first call that failed for a server that cannot', async () => {
    const { server, model } = await serve(['+', '-'], { faults: (n) => (n === 0 ? 'error-500' : null) });
    const { judge, verifier } = makeJudge(model);
    const [lost, found] = await Promise.allSettled([judge([1, 2]), judge([3, 4])]);
    expect(lost?.status).toBe('rejected');
    expectTruth(found?.status === 'fulfilled' ? found.value : [], [3, 4]);
    expect(server.stats.calls).toBe(2);
    expect(verifier.readNotes?.()).toEqual([oneCall]);
  });

  it('gives up a template in which turns cannot be found after three solutions, but not for a single strange one', async () => {
    const thinking = await serve(['+', '-'], { chatTemplate: 'thinking' });
    const lost = makeJudge(thinking.model);
    for (let i = 0; i < 5; i++) expectTruth(await lost.judge([i, i + 1]), [i, i + 1]);
    expect(thinking.server.stats.calls).toBe(3 * 3 + 2 * 2);
    expect(lost.verifier.readNotes?.()).toEqual(['turns: one call a step for all solutions, their turns cannot be found in the prompt that the server tells']);

    const qwen = await serve(['+', '-']);
    const { judge, verifier } = makeJudge(qwen.model);
    expectTruth(await judge([1, 2, 3], '<|im_start|>assistant\n+'), [1, 2, 3]);
    expect(qwen.server.stats.calls).toBe(1 + 3);
    expectTruth(await judge([4, 5, 6]), [4, 5, 6]);
    expect(qwen.server.stats.calls).toBe(1 + 3 + 1);
    expect(verifier.readNotes?.()).toEqual([oneCall, 'turns: one call a step for 1 solutions, their turns cannot be found in the prompt that the server tells']);
  });

  it('does without when the server refuses the wish', async () => {
    const model = scriptedModel(({ promptLogprobs }) => {
      if (promptLogprobs !== undefined) throw new ModelError('not with this model', { kind: 'bad-request', isRetryable: false });
      return { text: '+', tokens: softToken({ '+': 0.6, '-': 0.4 }) };
    });
    const { judge, verifier } = makeJudge(model);
    expect((await judge([1, 2, 3])).map(({ status }) => status)).toEqual(['scored', 'scored', 'scored']);
    await judge([4, 5]);
    expect(model.calls).toHaveLength(1 + 3 + 2);
    expect(verifier.readNotes?.()).toEqual(['turns: one call a step, the server gives no prompt log-probabilities']);
  });
});
