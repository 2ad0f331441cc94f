import { afterEach, describe, expect, it } from 'vitest';
import { AbortedError } from '../../src/errors/index.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { openLmdbStore } from '../../src/models/cache/open-lmdb-store.js';
import { connectPoolingEndpoint, type ConnectPoolingOptions } from '../../src/models/connect-pooling-endpoint.js';
import { failShare, type FaultPlan } from '../helpers/simulated-server/faults.js';
import { startSimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { tinyPng } from '../helpers/tiny-png.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

/** A server whose model calls a step right by the number in it: `0.25` has P = 0.25. */
const readSteps = (text: string): number[] => text.split('<extra_0>').slice(0, -1).map((step) => Number(/0\.\d+/.exec(step)?.[0] ?? Number.NaN));

async function connect(options: { faults?: FaultPlan; truth?: (text: string) => number[] } & Partial<ConnectPoolingOptions> = {}) {
  const { faults, truth = readSteps, ...rest } = options;
  const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '' }), poolingTruth: truth, ...(faults ? { faults } : {}) });
  open.push(server);
  const endpoint = await connectPoolingEndpoint({ baseUrl: server.baseUrl, name: 'vlm', retry: { firstDelayMs: 2 }, ...rest });
  open.push(endpoint);
  return { server, endpoint };
}

const question = [{ role: 'user' as const, content: [{ type: 'image' as const, image: createMemoryImage(tinyPng(1)) }, { type: 'text' as const, text: 'Q' }] }];

describe('connectPoolingEndpoint', () => {
  it('gives P(correct) of each step, in order, from one call', async () => {
    const { server, endpoint } = await connect();
    const read = await endpoint.doScoreSteps({ messages: question, steps: ['a 0.9', 'b 0.25 <extra_0> x', 'c 0.5'] });
    expect(read.map((p) => p.toFixed(6))).toEqual(['0.900000', '0.250000', '0.500000']);
    expect(server.stats.calls).toBe(1);
    expect(server.bodies[0]).toMatchObject({ model: 'vlm', task: 'token_classify', messages: [{ role: 'user' }, { role: 'assistant', content: 'a 0.9<extra_0>b 0.25   x<extra_0>c 0.5<extra_0>' }] });
    expect(endpoint.id).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pooling#vlm \(step-mark=<extra_0>\)$/);
  });

  it('keeps at it through faults, and never gives another number than the server', async () => {
    const { endpoint } = await connect({ faults: failShare(0.3, 3, ['rate-limit', 'error-500', 'reset', 'half-body', 'malformed-json', 'wrong-array-length']), retry: { firstDelayMs: 1, tries: 10 } });
    const solutions = Array.from({ length: 60 }, (_, i) => [`0.${i + 10}`, `0.${i + 20}`]);
    const read = await Promise.all(solutions.map((steps) => endpoint.doScoreSteps({ messages: question, steps })));
    read.forEach((row, i) => row.forEach((p, k) => expect(p).toBeCloseTo(Number(solutions[i]?.[k]), 9)));
  });

  it('stops asking once another model answers', async () => {
    const { server, endpoint } = await connect({ faults: (n) => (n === 0 ? null : 'changed-model') });
    await endpoint.doScoreSteps({ messages: question, steps: ['0.1'] });
    for (const step of ['0.2', '0.3']) await expect(endpoint.doScoreSteps({ messages: question, steps: [step] })).rejects.toMatchObject({ kind: 'model-changed', endsRun: true });
    expect(server.stats.calls).toBe(2);
  });

  it('refuses a wrong number of rows and rows that are no probabilities', async () => {
    const { endpoint } = await connect({ faults: () => 'wrong-array-length', retry: { tries: 2, firstDelayMs: 1 } });
    await expect(endpoint.doScoreSteps({ messages: question, steps: ['0.1', '0.2'] })).rejects.toThrow(/1 rows for 2 steps.*Tried 2 times/);
    const { endpoint: logits, server } = await connect({ truth: () => [3.5] });
    await expect(logits.doScoreSteps({ messages: question, steps: ['x'] })).rejects.toThrow('expected rows [1 - p, p] of probabilities');
    expect(server.stats.calls).toBe(1);
  });

  it('answers an equal call from the cache', async () => {
    const cache = await openLmdbStore(tempFolder());
    const { server, endpoint } = await connect({ cache });
    const call = { messages: question, steps: ['0.3', '0.4'] };
    expect(await endpoint.doScoreSteps(call)).toEqual(await endpoint.doScoreSteps(call));
    await endpoint.doScoreSteps({ ...call, steps: ['0.3'] });
    expect(server.stats.calls).toBe(2);
    await expect(endpoint.doScoreSteps({ ...call, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(AbortedError);
    await cache.close();
  });

  it('counts the tokens that its server tells, once for answers from the cache, and who answered', async () => {
    const cache = await openLmdbStore(tempFolder());
    const { endpoint } = await connect({ cache });
    for (const step of ['0.3', '0.4', '0.3']) await endpoint.doScoreSteps({ messages: question, steps: [step] });
    expect(endpoint.usage).toMatchObject({ calls: 3, fromCache: 1, promptTokens: 2 * 9, names: ['vlm'] });
    await cache.close();
  });

  it('keeps to a rate, as chat models do', async () => {
    const { server, endpoint } = await connect({ requestsPerMinute: 6 });
    const { endpoint: counted, server: counting } = await connect({ tokensPerMinute: 6 });
    for (const [one, at] of [[endpoint, server], [counted, counting]] as const) {
      await one.doScoreSteps({ messages: question, steps: ['0.3'] });
      // The next one is seconds away.
      await expect(one.doScoreSteps({ messages: question, steps: ['0.4'], signal: AbortSignal.timeout(100) })).rejects.toBeInstanceOf(AbortedError);
      expect(at.stats.calls).toBe(1);
    }
  });

  it('says that a server has no /pooling', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '' }) });
    open.push(server);
    const endpoint = await connectPoolingEndpoint({ baseUrl: server.baseUrl, name: 'vlm' });
    open.push(endpoint);
    await expect(endpoint.doScoreSteps({ messages: question, steps: ['x'] })).rejects.toMatchObject({ status: 404, isRetryable: false });
  });
});
