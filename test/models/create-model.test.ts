import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLmdbStore } from '../../src/models/cache/open-lmdb-store.js';
import { createModel, type CreateModelOptions } from '../../src/models/create-model.js';
import { readLabelProbability } from '../../src/models/read-label-probability.js';
import { describeChatModelContract } from '../contracts/chat-model.js';
import { textCall } from '../helpers/fake-chat-model.js';
import { failFirst, failShare, faultNames } from '../helpers/simulated-server/faults.js';
import { startSimulatedServer, type ServerKind, type SimulatedServerOptions } from '../helpers/simulated-server/start-simulated-server.js';
import type { TruthFunction } from '../helpers/simulated-server/truth.js';

const truth: TruthFunction = ({ messages }) => {
  const text = messages.at(-1)?.text ?? '';
  // A probability that only the server can know, so that an invented one is noticed.
  const p = ((Number(/\d+/.exec(text)?.[0] ?? 0) * 37) % 97 + 1) / 100;
  return { text: p >= 0.5 ? '+' : '-', probabilities: { '+': p, '-': 1 - p } };
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => { for (const thing of open.splice(0).reverse()) await thing.close(); });

async function start(options: Partial<SimulatedServerOptions> = {}) {
  const server = await startSimulatedServer({ kind: 'vllm', truth, ...options });
  open.push(server);
  return server;
}

async function create(baseUrl: string, options: Partial<CreateModelOptions> = {}) {
  const handle = await createModel({ spec: `${baseUrl}#vlm`, ...options });
  open.push(handle.model);
  return handle;
}

describeChatModelContract('createModel with everything around it', async () => {
  const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+', probabilities: { '+': 0.9, '-': 0.1 } }) });
  const folder = mkdtempSync(path.join(tmpdir(), 'prm-create-'));
  const cache = await openLmdbStore(folder);
  const { model } = await createModel({ spec: `${server.baseUrl}#vlm`, cache, requestsPerMinute: 60_000 });
  return { model, answer: '+', hasLogprobs: true, close: async () => { await model.close(); await cache.close(); await server.close(); rmSync(folder, { recursive: true }); } };
});

const judge = (i: number) => textCall(`step ${i}`, { constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 20, sampling: { temperature: 0, maxTokens: 1 } });
const trueProbability = (i: number): number => ((i * 37) % 97 + 1) / 100;

describe('createModel', () => {
  it('tells what the server is, and what was used', async () => {
    const server = await start({ kind: 'sglang' });
    const { info, model, usage, readLoad } = await create(server.baseUrl);
    await Promise.all([model.doGenerate(judge(1)), model.doGenerate(judge(2)), model.doGenerate(judge(2))]);
    expect(info).toEqual({ name: 'vlm', dialect: 'sglang', contextLength: 100_000, endpoints: 1 });
    expect(usage).toMatchObject({ calls: 3, failures: 0, open: 0, fromCache: 1 });
    expect(server.stats.calls).toBe(2);
    expect(readLoad()).toEqual({ inFlight: 0, waiting: 0, limit: 8 });
  });

  it('lets calls that are at the server finish after a stop, and begins no more', async () => {
    const server = await start({ latencyMs: 200, slots: 2 });
    const { model, usage } = await create(server.baseUrl, { finishMs: 5000, maxConcurrency: 2 });
    const stop = new AbortController();
    const answers = Promise.allSettled([1, 2, 3, 4].map((i) => model.doGenerate({ ...judge(i), signal: stop.signal })));
    setTimeout(() => stop.abort(), 80);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(server.stats.calls).toBe(2);
    expect(usage).toMatchObject({ calls: 4, failures: 2, open: 0, names: ['vlm'] });
  });

  it.each(['vllm', 'llamacpp', 'ollama', 'generic'] as ServerKind[])('loses nothing and invents nothing at a %s server that fails a fifth of the time', async (kind) => {
    const faults = failShare(0.2, 7, faultNames);
    const server = await start({ kind, faults, latencyMs: 1 });
    const { model } = await create(server.baseUrl, { timeoutMs: 300, retry: { firstDelayMs: 2, tries: 8 } });
    const results = await Promise.all(Array.from({ length: 400 }, (_, i) => model.doGenerate(judge(i))));
    const reads = results.map(({ tokens, finishReason }, i) => ({ i, finishReason, p: readLabelProbability({ tokens, labels: ['+', '-'], label: '+' })?.probability ?? null }));
    for (const { i, p, finishReason } of reads) {
      if (p !== null) expect(p).toBeCloseTo(trueProbability(i), 6);
      // No number without one from the server: refused, or log-probabilities missing.
      else expect(results[i]?.tokens === null || finishReason === 'content-filter').toBe(true);
    }
    expect(reads.filter(({ p }) => p === null).length).toBeLessThan(30);
    expect(Object.keys(server.stats.faults).length).toBe(faultNames.length);
  });

  it.each(faultNames)('gets over the fault %s', async (fault) => {
    const server = await start({ faults: failFirst(fault) });
    const { model } = await create(server.baseUrl, { timeoutMs: 200, retry: { firstDelayMs: 2 } });
    const results = [await model.doGenerate(judge(5)), await model.doGenerate(judge(6))];
    const read = results.map(({ tokens }) => readLabelProbability({ tokens, labels: ['+', '-'], label: '+' })?.probability);
    // A refusal and missing log-probabilities are answers: they are not asked again, and give no number.
    const isAnswer = fault === 'refusal' || fault === 'no-logprobs';
    expect(read[0]).toEqual(isAnswer ? undefined : expect.closeTo(trueProbability(5), 6));
    expect(read[1]).toBeCloseTo(trueProbability(6), 6);
  });

  it('spreads over endpoints, and survives the loss of one', async () => {
    const servers = [await start({ latencyMs: 2 }), await start({ latencyMs: 2 }), await start({ latencyMs: 2 })];
    const [a, ...others] = servers;
    const { model, info } = await create(a!.baseUrl, { endpoints: others.map(({ baseUrl }) => baseUrl), retry: { firstDelayMs: 2 } });
    expect(info.endpoints).toBe(3);
    const ask = (from: number) => Promise.all(Array.from({ length: 100 }, (_, i) => model.doGenerate(judge(from + i))));
    await ask(0);
    for (const { stats } of servers) expect(stats.answered).toBeGreaterThan(10);
    await a!.close();
    expect((await ask(1000)).every(({ text }) => text === '+' || text === '-')).toBe(true);
  });

  it('stops when another model answers', async () => {
    const server = await start();
    const { model } = await create(server.baseUrl);
    await model.doGenerate(judge(1));
    server.options.faults = () => 'changed-model';
    await expect(model.doGenerate(judge(2))).rejects.toMatchObject({ kind: 'model-changed' });
  });

  it('stops when another model answers at another endpoint', async () => {
    const servers = [await start(), await start({ faults: () => 'changed-model' })];
    const { model } = await create(servers[0]!.baseUrl, { endpoints: [servers[1]!.baseUrl] });
    const settled = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => model.doGenerate(judge(i))));
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ kind: 'model-changed', endsRun: true });
    const asked = servers.map(({ stats }) => stats.calls);
    await expect(model.doGenerate(judge(100))).rejects.toMatchObject({ kind: 'model-changed' });
    expect(servers.map(({ stats }) => stats.calls)).toEqual(asked);
  });

  it('does not take two models for one because neither was named', async () => {
    const [one, two] = [await start({ models: ['seven-b'] }), await start({ models: ['two-b'] })];
    await expect(createModel({ spec: one.baseUrl, endpoints: [two.baseUrl] })).rejects.toThrow(/Expected endpoints that serve one model, but they serve `seven-b` and `two-b`/);
    const { model } = await createModel({ spec: `${one.baseUrl}#seven-b`, endpoints: [`${two.baseUrl}#two-b`] });
    await model.close();
  });

  it('connects to all servers or to none', async () => {
    const server = await start();
    await expect(createModel({ spec: `${server.baseUrl}#vlm`, endpoints: ['http://127.0.0.1:1/v1'] })).rejects.toMatchObject({ kind: 'connection' });
    await expect(createModel({ spec: `${server.baseUrl}#vlm`, endpoints: ['http://127.0.0.1:1/v1'] })).rejects.toThrow(/nobody listens there.*begin without this `--endpoint`/);
    await expect(createModel({ spec: 'http://127.0.0.1:1/v1#vlm', endpoints: [server.baseUrl] })).rejects.not.toThrow('--endpoint');
  });
});
