import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countVotes } from '../../../src/jobs/generate/count-votes.js';
import { stopByVote } from '../../../src/jobs/generate/stop-by-vote.js';
import type { Candidate, Problem } from '../../../src/schema/index.js';

const problem: Problem = { id: 'p', question: 'q', images: [] };
const candidate = (index: number, finalAnswer: string | null): Candidate => ({ index, solution: { steps: [], checklist: 'declared', ...(finalAnswer === null ? {} : { finalAnswer }) } });
const signal = new AbortController().signal;

/** Draws answers as the rule asks for them; a failed one is undefined. */
async function play(answers: readonly (string | null | undefined)[]): Promise<{ asked: number; waves: number; candidates: Candidate[] }> {
  const candidates: Candidate[] = [];
  let asked = 0;
  for (let waves = 0; ; waves++) {
    const wanted = await stopByVote.decide({ problem, candidates, fresh: [], left: answers.length - asked, failed: asked - candidates.length }, signal);
    if (wanted === 0) return { asked, waves, candidates };
    for (const answer of answers.slice(asked, asked + wanted)) {
      if (answer !== undefined) candidates.push(candidate(asked, answer));
      asked++;
    }
  }
}

const winners = (candidates: readonly Candidate[]): number[] => {
  const groups = countVotes(problem, candidates);
  const most = Math.max(0, ...groups.map(({ votes }) => votes));
  return groups.filter(({ votes }) => votes === most).map(({ first }) => first);
};

const answersArbitrary = fc.array(fc.constantFrom('1', '2', '3', null, undefined), { maxLength: 16 });

it('stops early only when the vote over all would have the same single winner, even if the failed ones had answered', async () => {
  await fc.assert(fc.asyncProperty(answersArbitrary, fc.constantFrom('1', '2', '3'), async (answers, late) => {
    const { asked, candidates } = await play(answers);
    if (asked === answers.length) return;
    const all = answers.map((answer, index) => candidate(index, answer === undefined ? late : answer));
    expect(winners(all).map((index) => all[index]?.solution.finalAnswer)).toEqual(winners(candidates).map((index) => all[index]?.solution.finalAnswer));
    expect(winners(candidates)).toHaveLength(1);
  }));
});

it('never asks for a candidate that could have been spared', async () => {
  await fc.assert(fc.asyncProperty(answersArbitrary, async (answers) => {
    const { asked } = await play(answers);
    // After any smaller number the leader could still have been caught up with.
    for (let fewer = 0; fewer < asked; fewer++) {
      const there = answers.slice(0, fewer).flatMap((answer, index) => (answer === undefined ? [] : [candidate(index, answer)]));
      const [lead = 0, second = 0] = countVotes(problem, there).map(({ votes }) => votes).sort((a, b) => b - a);
      expect(lead).toBeLessThanOrEqual(second + answers.length - there.length);
    }
  }));
});

it('asks first for as many as can decide it, and counts equal values as one answer', async () => {
  expect(await play(['0.5', '1/2', '.5', '50', '7', '7', '7'])).toMatchObject({ asked: 7 });
  expect(await play(['0.5', '1/2', '.5', '0.50', 'never', 'never', 'never'])).toMatchObject({ asked: 4, waves: 1 });
  expect(stopByVote.choose?.({ problem, candidates: [candidate(2, 'a'), candidate(5, 'b'), candidate(6, 'b')] })).toBe(5);
  expect(stopByVote.choose?.({ problem, candidates: [candidate(0, null)] })).toBeNull();
});
