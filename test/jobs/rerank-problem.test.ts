import { describe, expect, it } from 'vitest';
import { rerankProblem } from '../../src/jobs/rerank-problem.js';
import { scoredProblemSchema } from '../../src/schema/index.js';
import { makeScoredProblem } from '../helpers/scored-problem.js';

describe('rerankProblem', () => {
  it('gives the same scores under the same options', async () => {
    const scored = await makeScoredProblem();
    const ranked = rerankProblem(scored);
    expect(ranked.selection).toEqual(scored.selection);
    for (const { index, verification } of ranked.candidates) expect(verification).toEqual(scored.candidates.find((candidate) => candidate.index === index)?.verification);
  });

  it('puts the best first, keeps the indices, and records the options', async () => {
    const scored = await makeScoredProblem();
    const reversed = { ...scored, candidates: scored.candidates.toReversed() };
    const ranked = rerankProblem(reversed, { aggregate: 'min' });
    expect(ranked.candidates.map(({ index }) => index)).toEqual([0, 1]);
    expect(ranked.scoring.aggregate).toBe('min');
    expect(scoredProblemSchema.parse(ranked)).toEqual(ranked);
  });

  it('lets the gate decide', async () => {
    const scored = await makeScoredProblem();
    const gates = (['premise', 'none'] as const).map((gate) => rerankProblem(scored, { gate }).candidates.find(({ index }) => index === 1)?.verification.score.value);
    expect(gates[0] as number).toBeLessThan(gates[1] as number);
  });
});
