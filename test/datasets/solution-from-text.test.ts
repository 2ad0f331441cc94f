import { expect, it } from 'vitest';
import { solutionFromText } from '../../src/datasets/index.js';

it('reads steps, places and the final answer of a free text', () => {
  expect(solutionFromText('We add 2 and 3.\n\nThe answer is \\boxed{5}.')).toEqual({
    checklist: 'undeclared',
    finalAnswer: '5',
    steps: [
      { text: 'We add 2 and 3.', visualDependency: null, charStart: 0, charEnd: 15 },
      { text: 'The answer is \\boxed{5}.', visualDependency: null, charStart: 17, charEnd: 41 },
    ],
  });
});

it('makes no steps and no answer of blank text', () => {
  expect(solutionFromText(' \n')).toEqual({ checklist: 'undeclared', steps: [] });
});
