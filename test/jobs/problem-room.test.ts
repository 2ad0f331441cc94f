import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProblemRoom } from '../../src/jobs/problem-room.js';
import { scoreCandidates } from '../../src/jobs/score-candidates.js';
import { createModel } from '../../src/models/create-model.js';
import { loadPrompts } from '../../src/prompts/load-prompts.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { createPromptedVerifier } from '../../src/verifiers/prompted/create-prompted-verifier.js';
import { startSimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';
import { tinyPng } from '../helpers/tiny-png.js';

const load = fc.record({ inFlight: fc.nat(300), waiting: fc.nat(2000), limit: fc.integer({ min: 1, max: 256 }) });

describe('createProblemRoom', () => {
  it('never opens more problems than two rounds of calls of the largest server, but for the few that are always open', () => {
    fc.assert(fc.property(fc.array(load), fc.nat(400), (loads, problems) => {
      const most = Math.max(8, ...loads.map(({ limit }) => 2 * limit));
      if (problems >= most) expect(createProblemRoom(loads.map((one) => () => one))(problems)).toBe(false);
    }));
  });

  it('holds back while any server has a whole round of calls in line', () => {
    fc.assert(fc.property(fc.array(load, { minLength: 1 }), fc.integer({ min: 8, max: 255 }), (loads, problems) => {
      const hasLine = loads.some(({ inFlight, waiting, limit }) => inFlight + waiting >= 2 * limit);
      if (hasLine) expect(createProblemRoom(loads.map((one) => () => one))(problems)).toBe(false);
    }));
  });

  it('opens one at a time, since what a problem asks shows only after a moment', () => {
    let time = 0;
    const hasRoom = createProblemRoom([() => ({ inFlight: 3, waiting: 0, limit: 64 })], () => time);
    expect([hasRoom(8), hasRoom(9)]).toEqual([true, false]);
    time += 10;
    expect(hasRoom(9)).toBe(true);
  });

  it('fills a server with problems that ask one call at a time', async () => {
    const server = await startSimulatedServer({ kind: 'vllm', slots: 24, latencyMs: 100, truth: ({ choices }) => (choices === null ? { text: '{"caption":"A line."}' } : { text: '+', probabilities: { '+': 1 } }) });
    const { model, readLoad } = await createModel({ spec: `${server.baseUrl}#vlm` });
    const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts() });
    try {
      const records = Array.from({ length: 150 }, (_, at) => ({
        format: 'prm-problem/1' as const,
        problem: { id: `p${at}`, question: `q${at}`, images: ['a'] },
        candidates: [{ index: 0, solution: { checklist: 'declared' as const, steps: [{ text: `s${at}`, visualDependency: null }] } }],
      }));
      let done = 0;
      for await (const { candidates } of scoreCandidates(records, { verifier, openImage: (ref) => createMemoryImage(tinyPng(3), ref), concurrency: createProblemRoom([readLoad]) })) {
        if (candidates[0]?.verification.score.status === 'scored') done++;
      }
      expect(done).toBe(150);
      expect(server.slots.mostBusy).toBeGreaterThan(12);
    } finally {
      await verifier.close();
      await server.close();
    }
  });
});
