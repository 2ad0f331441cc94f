import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/errors/index.js';
import { createMemoryImage } from '../../../../src/images/memory-image.js';
import { connectPoolingEndpoint } from '../../../../src/models/connect-pooling-endpoint.js';
import { ModelError } from '../../../../src/models/model-error.js';
import type { PoolingCall, PoolingEndpoint } from '../../../../src/models/pooling-endpoint.js';
import { loadPrompts } from '../../../../src/prompts/load-prompts.js';
import { createPromptedVerifier } from '../../../../src/verifiers/prompted/create-prompted-verifier.js';
import { startSimulatedServer } from '../../../helpers/simulated-server/start-simulated-server.js';
import { tinyPng } from '../../../helpers/tiny-png.js';
import { answeringModel } from '../answering-model.js';

const call = {
  problem: { id: 'p', question: 'How long?', choices: ['5', '6'] }, images: [createMemoryImage(tinyPng(9))], description: null,
  solution: { steps: ['a', 'b', 'c'].map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' as const },
};
const make = async (judge: PoolingEndpoint) => {
  const model = answeringModel();
  return createPromptedVerifier({ models: { describe: model, audit: model, judge }, prompts: await loadPrompts(), settings: { judge: 'pooling' } });
};

describe('mode pooling', () => {
  it('scores all steps in one call to a server', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '+' }), poolingTruth: (text) => (text.includes('How long?\nA. 5\nB. 6a<extra_0>b<extra_0>c<extra_0>') ? [0.9, 0.2, 0.6] : [0, 0, 0]) });
    const verifier = await make(await connectPoolingEndpoint({ baseUrl: server.baseUrl, name: 'vlm' }));
    try {
      expect((await verifier.doJudgeSteps(call)).map((one) => one.status === 'scored' && [one.probability, one.source])).toEqual([[0.9, 'pooling'], [0.2, 'pooling'], [0.6, 'pooling']]);
      expect(server.stats.calls).toBe(1);
    } finally {
      await verifier.close();
      await server.close();
    }
  });

  it('cuts in two what does not fit', async () => {
    const seen: PoolingCall[] = [];
    const verifier = await make({
      id: 'short', close: async () => undefined,
      async doScoreSteps(asked) {
        seen.push(asked);
        if (asked.steps.length > 2) throw new ModelError('too long', { kind: 'context-overflow', isRetryable: false });
        return asked.steps.map(() => 0.5);
      },
    });
    expect((await verifier.doJudgeSteps(call)).map((one) => one.status === 'scored' && one.findings.length)).toEqual([0, 0, 1]);
    expect(seen.map(({ steps }) => steps.join(''))).toEqual(['abc', 'ab', 'c']);
  });

  it('needs an endpoint of its kind, as the other modes need a chat model', async () => {
    const model = answeringModel();
    const endpoint: PoolingEndpoint = { id: 'pool', doScoreSteps: async () => [], close: async () => undefined };
    const prompts = await loadPrompts();
    expect(() => createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings: { judge: 'pooling' } })).toThrow(UsageError);
    expect(() => createPromptedVerifier({ models: { describe: model, audit: model, judge: endpoint }, prompts })).toThrow(/Expected a chat model for the judge mode per-step, got pool/);
  });
});
