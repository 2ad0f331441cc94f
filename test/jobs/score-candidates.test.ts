import { describe, expect, it } from 'vitest';
import { ImageError } from '../../src/errors/index.js';
import { runScoringStore } from '../../src/jobs/run-scoring-store.js';
import { scoreCandidates } from '../../src/jobs/score-candidates.js';
import { createMemoryStore } from '../../src/runs/index.js';
import type { ProblemRecord, ScoredProblem } from '../../src/schema/index.js';
import type { JudgeStepsCall } from '../../src/verifiers/verifier.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

const openImage = (ref: string) => ({ ref, sha256: async () => ref, bytes: async () => new Uint8Array() });
const record = (id: string, image: string, claims: readonly string[]): ProblemRecord => ({
  format: 'prm-problem/1',
  problem: { id, question: 'q', images: [image] },
  candidates: claims.map((claim, index) => ({ index, solution: { checklist: 'declared', steps: [{ text: 's', visualDependency: claim }] } })),
});
const contradicted = { support: 0, conflict: 1, unknown: 0, severity: 'high' as const };
async function collect(scored: AsyncIterable<ScoredProblem>): Promise<ScoredProblem[]> {
  const all: ScoredProblem[] = [];
  for await (const one of scored) all.push(one);
  return all;
}

describe('scoreCandidates', () => {
  it('selects by the gated score, and shows what raw would have taken', async () => {
    const verifier = fakeVerifier({ verdicts: { bad: contradicted } });
    const [scored] = await collect(scoreCandidates([record('p', 'a', ['bad', 'good'])], { verifier, openImage }));
    expect(scored?.selection).toEqual({ gated: { chosen: 1, tiedWith: [], value: 1 }, raw: { chosen: 0, tiedWith: [1], value: 1 } });
  });

  it('describes an image once for all candidates and problems, and keeps the input order', async () => {
    const verifier = fakeVerifier();
    const records = Array.from({ length: 20 }, (_, index) => record(`p${index}`, index % 2 === 0 ? 'a' : 'b', ['x', 'y', 'z']));
    const scored = await collect(scoreCandidates(records, { verifier, openImage, concurrency: 7 }));
    expect(scored.map(({ problem }) => problem.id)).toEqual(records.map(({ problem }) => problem.id));
    expect(verifier.calls).toMatchObject({ describe: 2, audit: 60, judge: 60 });
  });

  it('does nothing again that the store holds', async () => {
    const store = createMemoryStore();
    const records = [record('p', 'a', ['x', 'y'])];
    const first = await collect(scoreCandidates(records, { verifier: fakeVerifier(), openImage, store: runScoringStore(store) }));
    const verifier = fakeVerifier();
    const second = await collect(scoreCandidates(records, { verifier, openImage, store: runScoringStore(store) }));
    expect(verifier.calls).toMatchObject({ describe: 0, audit: 0, judge: 0 });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it('keeps failed work out of the store, lists it, and tries it again', async () => {
    const store = createMemoryStore();
    const records = [record('p', 'a', ['x'])];
    const failing = fakeVerifier({ audit: () => { throw new Error('auditor away'); } });
    const [scored] = await collect(scoreCandidates(records, { verifier: failing, openImage, store: runScoringStore(store) }));
    expect(scored?.candidates[0]?.verification.score).toMatchObject({ status: 'unscored', value: null });
    expect([...store.failures()].map(({ reason }) => reason)).toEqual(['audit: auditor away']);
    await collect(scoreCandidates(records, { verifier: fakeVerifier(), openImage, store: runScoringStore(store) }));
    expect([...store.failures()]).toEqual([]);
  });

  it('goes on after an image reference that is refused at once', async () => {
    const open = (ref: string) => {
      if (ref === 'refused') throw new ImageError('Image `refused`: outside the root.');
      return openImage(ref);
    };
    const scored = await collect(scoreCandidates([record('p', 'refused', ['x']), record('q', 'a', ['x'])], { verifier: fakeVerifier(), openImage: open }));
    expect(scored.map(({ description }) => description === null)).toEqual([true, false]);
    expect(scored[0]?.candidates[0]?.verification.failures).toEqual([{ stage: 'describe', reason: 'Image `refused`: outside the root.' }]);
  });

  it.each([
    ['refused at once', () => { throw new ImageError('Image `a`: gone.'); }],
    ['not readable', (ref: string) => ({ ref, sha256: () => Promise.reject(new ImageError('Image `a`: gone.')), bytes: () => Promise.reject(new ImageError('Image `a`: gone.')) })],
  ])('never has a solution judged without its image: %s', async (_, open) => {
    const seeing = fakeVerifier();
    const verifier = { ...seeing, doJudgeSteps: async (call: JudgeStepsCall) => { for (const image of call.images) await image.bytes(); return seeing.doJudgeSteps(call); } };
    const [scored] = await collect(scoreCandidates([record('p', 'a', ['x'])], { verifier, openImage: open }));
    expect(scored?.candidates[0]?.verification.steps[0]?.judgment).toEqual({ status: 'unscored', reason: 'Image `a`: gone.' });
    expect(scored?.candidates[0]?.verification.rawScore).toMatchObject({ status: 'unscored', value: null });
    expect(seeing.calls.judge).toBe(0);
  });

  it('stops when the signal fires', async () => {
    const controller = new AbortController();
    const verifier = fakeVerifier({ describe: () => controller.abort() });
    await expect(collect(scoreCandidates([record('p', 'a', ['x'])], { verifier, openImage, signal: controller.signal }))).rejects.toThrow('Stopped');
  });
});
