import { afterEach, describe, expect, it } from 'vitest';
import type { GenerateCall } from '../../../src/models/chat-model.js';
import { createModel, type ModelHandle } from '../../../src/models/create-model.js';
import { makeCallKey } from '../../../src/models/make-call-key.js';
import { startSimulatedServer, type SimulatedServer, type SimulatedServerOptions } from '../../helpers/simulated-server/start-simulated-server.js';
import { textCall } from '../../helpers/fake-chat-model.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

async function connect(options: Partial<SimulatedServerOptions>): Promise<{ server: SimulatedServer; handle: ModelHandle }> {
  const server = await startSimulatedServer({ kind: 'vllm', truth: ({ seed }) => ({ text: `answer ${seed}` }), ...options });
  open.push(server);
  const handle = await createModel({ spec: `${server.baseUrl}#vlm`, retry: { tries: 1 } });
  open.push(handle.model);
  return { server, handle };
}

const call = (extra: Partial<GenerateCall['sampling']> = {}): GenerateCall => ({ ...textCall('Q'), sampling: { temperature: 1, maxTokens: 8, seed: 5, ...extra }, sampleIndex: 2, count: 3 });

describe('several answers in one request', () => {
  it('reads each with its own end, and tells the tokens of all once', async () => {
    const { server, handle } = await connect({});
    const { text, further, usage } = await handle.model.doGenerate(call());
    expect([text, ...(further ?? []).map((one) => one.text)]).toEqual(['answer 7', 'answer 8', 'answer 9']);
    expect(further?.map((one) => [one.usage, one.finishReason, one.model])).toEqual([[null, 'stop', 'vlm'], [null, 'stop', 'vlm']]);
    expect([server.stats.calls, usage?.completionTokens, handle.usage.completionTokens]).toEqual([1, 6, 6]);
  });

  it('tells a refusal and a cut in each of them', async () => {
    const { handle } = await connect({ truth: ({ seed }) => ({ text: seed === 8 ? 'one two three' : 'one' }) });
    const { finishReason, further } = await handle.model.doGenerate(call({ maxTokens: 2 }));
    expect([finishReason, ...(further ?? []).map((one) => one.finishReason)]).toEqual(['stop', 'length', 'stop']);
  });

  it.each([
    ['sglang', {}, false], ['openai', {}, true], ['vllm', { temperature: 0 }, false], ['generic', {}, false],
  ] as const)('asks %s with %j for several: %s', async (kind, sampling, isAsked) => {
    const { server, handle } = await connect({ kind });
    // OpenAI is known by its host only.
    const { model } = kind === 'openai' ? await createModel({ spec: `${server.baseUrl}#vlm`, dialect: 'openai' }) : handle;
    if (kind === 'openai') open.push(model);
    const { further } = await model.doGenerate(call(sampling));
    expect([server.bodies[0]?.['n'], further?.length]).toEqual(isAsked ? [3, 2] : [undefined, undefined]);
  });

  it('asks SGLang for several where no seed would make them equal', async () => {
    const { server, handle } = await connect({ kind: 'sglang', truth: () => ({ text: 'x' }) });
    const { seed: _, ...sampling } = call().sampling;
    expect((await handle.model.doGenerate({ ...call(), sampling })).further).toHaveLength(2);
    expect(server.bodies[0]).toMatchObject({ n: 3 });
  });

  it('remembers a server that refuses, and says so', async () => {
    const { server, handle } = await connect({});
    server.options.truth = () => { if ('n' in (server.bodies.at(-1) ?? {})) throw new Error("Only 'n' = 1 is supported"); return { text: 'x' }; };
    const first = await handle.model.doGenerate(call());
    expect([first.text, first.further, first.warnings]).toEqual(['x', undefined, ['the server gives one answer a request']]);
    await handle.model.doGenerate({ ...call(), sampleIndex: 9 });
    expect(server.bodies.map((body) => body['n'])).toEqual([3, undefined, undefined]);
  });

  it('does not take another error for a refusal of several', async () => {
    const { server, handle } = await connect({});
    server.options.truth = () => { throw new Error('the token budget is negative'); };
    await expect(handle.model.doGenerate(call())).rejects.toThrow('negative');
    expect(server.stats.calls).toBe(1);
  });
});

describe('keys of calls', () => {
  it('do not change by a count of one, and differ with several answers and with each penalty', async () => {
    const { count: _, ...one } = call();
    const keys = await Promise.all([one, { ...one, count: 1 }, call(), { ...one, sampling: { ...one.sampling, presencePenalty: 0.5 } }, { ...one, sampling: { ...one.sampling, frequencyPenalty: 0.5 } }].map((each) => makeCallKey('m', each)));
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('penalties on repetition', () => {
  const penalties = { presencePenalty: 0.6, frequencyPenalty: 0.3, repetitionPenalty: 1.08 };
  it.each([
    ['vllm', 'repetition_penalty'], ['sglang', 'repetition_penalty'], ['llamacpp', 'repeat_penalty'],
  ] as const)('are spelled as %s knows them', async (kind, name) => {
    const { server, handle } = await connect({ kind });
    expect((await handle.model.doGenerate({ ...call(penalties), count: 1 })).warnings).toEqual([]);
    expect(server.bodies[0]).toMatchObject({ presence_penalty: 0.6, frequency_penalty: 0.3, [name]: 1.08 });
  });

  it('stand among the options of Ollama, and one that a server does not know is left out with a word', async () => {
    const { server, handle } = await connect({ kind: 'ollama' });
    await handle.model.doGenerate({ ...call(penalties), count: 1 });
    expect(server.bodies[0]?.['options']).toMatchObject({ presence_penalty: 0.6, repeat_penalty: 1.08 });
    const { server: other, handle: generic } = await connect({ kind: 'generic' });
    expect((await generic.model.doGenerate({ ...call(penalties), count: 1 })).warnings).toEqual([expect.stringContaining('repetition penalty was not sent')]);
    expect(Object.keys(other.bodies[0] ?? {})).not.toContain('repetition_penalty');
  });
});
