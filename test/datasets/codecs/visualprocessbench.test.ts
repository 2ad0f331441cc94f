import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('visualprocessbench', () => {
  const row = (response: unknown, extra = {}): Record<string, unknown> => ({ image: ['x/1.png'], question: 'q', answer: 'A', data_source: 'made', policy_model: 'm', response, ...extra });

  it('reads steps with their labels', () => {
    const { problem, candidates } = decodeOne('visualprocessbench', row({ steps: ['a', 'Final answer: 36'], process_correctness: [1, -1] }));
    expect(problem).toMatchObject({ images: ['x/1.png'], source: 'made', answer: 'A' });
    expect(candidates).toEqual([{
      index: 0, policy: 'm', stepLabels: [1, -1],
      solution: { steps: [{ text: 'a', visualDependency: null }, { text: 'Final answer: 36', visualDependency: null }], finalAnswer: '36', checklist: 'undeclared' },
    }]);
  });

  it('prefers local copies and keeps the published names', () => {
    const { problem, warnings } = decodeOne('visualprocessbench', row({ steps: [], process_correctness: [] }, { local_image: 'l.jpg' }));
    expect([problem.images, problem.metadata, warnings]).toEqual([['l.jpg'], { image: ['x/1.png'] }, []]);
  });

  it.each<[unknown, string]>([
    [{ steps: ['a', 'b'], process_correctness: [1] }, 'expected one label a step, got 1 labels for 2 steps'],
    [{ steps: ['a'], process_correctness: [2] }, 'to be 1, 0 or -1, got 2'],
    [{ steps: ['a'], process_correctness: [null] }, 'to be 1, 0 or -1, got null'],
    [{ steps: 'a', process_correctness: [1] }, 'expected `response.steps` to be a list of texts, got a string'],
    [{ steps: [1], process_correctness: [1] }, 'expected `response.steps[0]` to be a string, got a number'],
  ])('fails on %j', (response, message) => {
    expect(() => decodeOne('visualprocessbench', row(response))).toThrow(message);
  });
});
