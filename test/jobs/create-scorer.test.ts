import { describe, expect, it } from 'vitest';
import { createScorer } from '../../src/jobs/create-scorer.js';
import { createProblemIndex } from '../../src/jobs/reward/problem-index.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

describe('createScorer', () => {
  it('has the shape of an autoevals scorer', async () => {
    const scorer = createScorer({ verifier: fakeVerifier() });
    const result = await scorer({ output: 'one step', input: 'How many?', expected: '3' });
    expect(result).toMatchObject({ name: 'prm', score: 1, metadata: { status: 'scored', steps: [{ index: 0, reward: 1 }] } });
  });

  it('gives null without a measurement', async () => {
    const scorer = createScorer({ name: 'premises', retries: 0, verifier: fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'down' }) }) });
    expect(await scorer({ output: 'one step', input: 'q' })).toMatchObject({ name: 'premises', score: null, metadata: { error: { kind: 'verifier' } } });
  });

  it('compares the answer where it has a weight', async () => {
    const scorer = createScorer({ verifier: fakeVerifier(), weights: { answer: 1, process: 0 } });
    expect((await scorer({ output: 'The answer is 1/2.', expected: '0.5', input: { question: 'q' } })).score).toBe(1);
  });

  it('finds the problem of a question among those that are known', async () => {
    const scorer = createScorer({ verifier: fakeVerifier(), problems: createProblemIndex([{ id: 'a', question: 'How many?', images: [] }]) });
    expect((await scorer({ output: 'x', input: 'how many? ' })).score).toBe(1);
    expect((await scorer({ output: 'x', input: 'other' })).metadata).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('compares with the answer that came where the known problem has none', async () => {
    const problems = createProblemIndex([{ id: 'a', question: 'How many?', images: [] }, { id: 'b', question: 'Which?', images: [], answer: '5' }]);
    const scorer = createScorer({ verifier: fakeVerifier(), weights: { answer: 1, process: 0 }, problems });
    for (const given of [{ id: 'a' }, { input: 'How many?' }, { input: { id: 'a', question: '' } }]) {
      expect([(await scorer({ ...given, output: 'The answer is 3.', expected: '3' })).score, (await scorer({ ...given, output: 'The answer is 3.', expected: '4' })).score]).toEqual([1, 0]);
    }
    expect((await scorer({ id: 'b', output: 'The answer is 5.', expected: '3' })).score).toBe(1);
  });

  it('gives null rather than judging blindly', async () => {
    const scorer = createScorer({ verifier: fakeVerifier() });
    for (const args of [{ input: '<image> How many?' }, {}, { input: ' ' }, { input: { id: 'a' } }]) {
      expect(await scorer({ output: 'x', ...args })).toMatchObject({ score: null, metadata: { status: 'unscored', error: { kind: 'not-found', message: expect.stringMatching(/^Expected/) } } });
    }
    expect((await scorer({ output: 'x', input: { question: '<image> How many?', images: [] } })).score).toBe(1);
  });

  it('works in an evalite scorer and a promptfoo assertion as the docs say', async () => {
    const scorer = createScorer({ verifier: fakeVerifier() });
    const evaliteScorer = { name: 'prm', scorer: async ({ input, output }: { input: string; output: string }) => (await scorer({ input, output })).score };
    expect(await evaliteScorer.scorer({ input: 'q', output: 'x' })).toBe(1);
    const assertion = async (output: string, context: { vars: { question: string } }) => {
      const { score, metadata } = await scorer({ output, input: context.vars.question });
      if (score === null) throw new Error('no score');
      return { pass: score >= 0.5, score, reason: metadata?.['status'] };
    };
    expect(await assertion('x', { vars: { question: 'q' } })).toEqual({ pass: true, score: 1, reason: 'scored' });
  });
});
