import { describe, expect, it } from 'vitest';
import type { StepJudgment } from '../../../../src/schema/index.js';
import { createLadderNotes } from '../../../../src/verifiers/prompted/judge/ladder-notes.js';

type Source = Extract<StepJudgment, { status: 'scored' }>['source'];
const judged = (...sources: Source[]): StepJudgment[] => sources.map((source) => ({ status: 'scored', probability: 1, source, findings: [] }));

describe('createLadderNotes', () => {
  it('says nothing of soft probabilities and of steps that were not measured', () => {
    const notes = createLadderNotes('per-step', 1);
    notes.count([...judged('label-logprobs', 'top-logprobs', 'pooling'), { status: 'unscored', reason: 'away' }]);
    expect(notes.readNotes()).toEqual([]);
  });

  it('counts hard labels and votes over all solutions', () => {
    const notes = createLadderNotes('batch', 5);
    notes.count(judged('label', 'votes', 'label-logprobs'));
    notes.count(judged('label'));
    expect(notes.readNotes()).toEqual([expect.stringMatching(/^batch: 1 steps judged by 5 votes/), expect.stringMatching(/^batch: 2 steps judged by a hard label/)]);
  });

  it('takes the votes of critics for what was asked', () => {
    const notes = createLadderNotes('critic', 3);
    notes.count(judged('votes', 'label'));
    expect(notes.readNotes()).toEqual([]);
  });
});
