import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openExistingStore } from '../../src/models/cache/open-existing-store.js';
import { setUpVerifier } from '../../src/verifiers/set-up-verifier.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import { startSimulatedServer, type SimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';
import { tempFolder } from '../helpers/temp-folder.js';

const open: SimulatedServer[] = [];
afterEach(async () => { for (const server of open.splice(0)) await server.close(); });
async function serve(models = ['vlm']): Promise<SimulatedServer> {
  const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+', probabilities: { '+': 0.7, '-': 0.3 } }), models });
  open.push(server);
  return server;
}

const judgeOne = async (setup: Awaited<ReturnType<typeof setUpVerifier>>) =>
  setup.verifier.doJudgeSteps({ problem: { id: 'p', question: 'q' }, images: [], description: null, solution: { checklist: 'undeclared', steps: [{ text: 's', visualDependency: null }] } });

describe('setUpVerifier', () => {
  it('is the built-in verifier without a model, and a prompted one with some model', async () => {
    const builtin = await setUpVerifier();
    expect([builtin.verifier.id, builtin.models, builtin.promptHashes]).toEqual(['builtin/1', [], {}]);
    await builtin.verifier.close();
    const { baseUrl } = await serve();
    const prompted = await setUpVerifier({ describeModel: baseUrl, auditModel: baseUrl, judgeModel: baseUrl });
    expect(prompted.verifier.id).toMatch(/^prompted/);
    expect(prompted.models.map(({ jobs }) => jobs)).toEqual([['describe', 'audit', 'judge']]);
    await prompted.verifier.close();
  });

  it('connects once to each model, and tells which jobs each has', async () => {
    const [a, b] = [await serve(), await serve(['judge'])];
    const setup = await setUpVerifier({ model: `${a.baseUrl}#vlm`, judgeModel: `${b.baseUrl}#judge`, seed: 3 });
    expect(setup.models.map(({ jobs, info }) => [info.name, jobs])).toEqual([['vlm', ['describe', 'audit']], ['judge', ['judge']]]);
    expect(setup.seed).toBe(3);
    await setup.verifier.close();
  });

  it('shares the load of --model among its endpoints, and leaves other models alone', async () => {
    const [a, b] = [await serve(), await serve()];
    const setup = await setUpVerifier({ model: `${a.baseUrl}#vlm`, endpoint: [b.baseUrl] });
    expect(setup.models[0]?.info.endpoints).toBe(2);
    await setup.verifier.close();
  });

  it('keeps answers in the cache folder, and closes it with the verifier', async () => {
    const folder = path.join(tempFolder(), 'answers');
    const server = await serve();
    for (const calls of [1, 1]) {
      const setup = await setUpVerifier({ model: server.baseUrl, cache: folder });
      expect(await judgeOne(setup)).toMatchObject([{ status: 'scored', probability: expect.closeTo(0.7, 5) }]);
      await setup.verifier.close();
      await setup.verifier.close();
      expect(server.stats.calls).toBe(calls);
    }
    const store = await openExistingStore(folder);
    expect(store?.stats().entries).toBe(1);
    await store?.close();
  });

  it.each<[VerifierOptions, RegExp]>([
    [{ verifier: 'prompted' }, /model to describe, got none.*--describe-model/],
    [{ judgeModel: 'http://127.0.0.1:9/v1', judge: 'pooling' }, /model to describe, got none/],
    [{ verifier: 'builtin', model: 'http://127.0.0.1:9/v1' }, /Expected no model/],
    [{ model: 'http://127.0.0.1:9/v1', prompts: ['/absent-pack'] }, /absent-pack/],
  ])('refuses %j in one line before any server is asked', async (options, words) => {
    const error = await setUpVerifier(options).catch((reason: Error) => reason);
    expect((error as Error).message).toMatch(words);
  });

  it('leaves nothing open when a later model cannot be reached', async () => {
    const folder = path.join(tempFolder(), 'answers');
    const { baseUrl } = await serve();
    await expect(setUpVerifier({ model: baseUrl, judgeModel: 'http://127.0.0.1:9/v1#x', cache: folder })).rejects.toThrow('127.0.0.1:9');
    expect(existsSync(folder)).toBe(true);
    const store = await openExistingStore(folder);
    await store?.close();
  });
});
