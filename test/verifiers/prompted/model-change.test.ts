import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { runScoringStore } from '../../../src/jobs/run-scoring-store.js';
import { scoreCandidates } from '../../../src/jobs/score-candidates.js';
import { openLmdbStore } from '../../../src/models/cache/open-lmdb-store.js';
import { createModel } from '../../../src/models/create-model.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import { createMemoryStore } from '../../../src/runs/index.js';
import type { ProblemRecord, ScoredProblem } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import { startSimulatedServer, type SimulatedServer } from '../../helpers/simulated-server/start-simulated-server.js';
import { tinyPng } from '../../helpers/tiny-png.js';

const records = Array.from({ length: 6 }, (_, id): ProblemRecord => ({
  format: 'prm-problem/1', problem: { id: `p${id}`, question: `Question ${id}?`, images: [`${id}.png`] },
  candidates: [0, 1].map((index) => ({ index, solution: { checklist: 'declared', steps: [1, 2, 3].map((step) => ({ text: `step ${id}.${index}.${step}`, visualDependency: null })) } })),
}));
/** One description a problem and one judgment a step. */
const CALLS = 6 * (1 + 2 * 3);

let server: SimulatedServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'prm-change-'));
  server = await startSimulatedServer({
    kind: 'vllm', latencyMs: 1,
    truth: ({ choices }) => (choices === null ? { text: JSON.stringify({ caption: 'A figure.', key_facts: [] }) } : { text: '+', probabilities: { '+': 0.7, '-': 0.3 } }),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** One session of a run: a new process would keep no more than the cache and the store. */
async function score(store: ReturnType<typeof createMemoryStore>): Promise<ScoredProblem[]> {
  const cache = await openLmdbStore(folder);
  const { model } = await createModel({ spec: `${server.baseUrl}#vlm`, cache, maxConcurrency: 2 });
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts() });
  const scored: ScoredProblem[] = [];
  try {
    const openImage = (ref: string) => createMemoryImage(tinyPng(20, 2 + Number(ref[0])), ref);
    for await (const one of scoreCandidates(records, { verifier, openImage, store: runScoringStore(store), concurrency: 2 })) scored.push(one);
  } finally {
    await verifier.close();
    await cache.close();
  }
  return scored;
}

describe('a server that changes its model in mid-run', () => {
  it('ends the run with one clear error, and a resumed run pays for nothing again', async () => {
    const store = createMemoryStore();
    server.options.faults = (n) => (n < 20 ? null : 'changed-model');
    await expect(score(store)).rejects.toThrow(/^\S+ \(vllm\): expected answers of `vlm` as at the start of the run, but `another` answers now\. Serve the first model again, or start a fresh run\.$/);
    // What was on its way when the first strange answer came, and no more.
    const inVain = server.stats.calls - 20;
    expect(inVain).toBeGreaterThanOrEqual(1);
    expect(inVain).toBeLessThanOrEqual(2);

    server.options.faults = () => null;
    const scored = await score(store);
    expect(scored.flatMap(({ candidates }) => candidates.map(({ verification }) => verification.score.status))).toEqual(Array.from({ length: 12 }, () => 'scored'));
    expect(server.stats.calls).toBe(CALLS + inVain);
  });
});
