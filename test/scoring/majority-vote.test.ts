import { describe, expect, it } from 'vitest';
import { majorityVote } from '../../src/scoring/index.js';

const vote = (...answers: (string | null)[]): ReturnType<typeof majorityVote> => majorityVote(answers, (answer) => answer?.trim().toLowerCase() ?? null);

describe('majorityVote', () => {
  it('chooses the first answer of the largest group, by key', () => {
    expect(vote('12', 'b', 'B ', '7', 'b')).toEqual({ chosen: 1, tiedWith: [], votes: 3, voters: 5 });
  });

  it('names ties', () => {
    expect(vote('x', 'y', 'y', 'z', 'x')).toEqual({ chosen: 0, tiedWith: [1], votes: 2, voters: 5 });
  });

  it('lets candidates without an answer abstain', () => {
    expect(vote(null, 'a', null)).toEqual({ chosen: 1, tiedWith: [], votes: 1, voters: 1 });
    expect(vote(null)).toEqual({ chosen: null, tiedWith: [], votes: 0, voters: 0 });
  });
});
