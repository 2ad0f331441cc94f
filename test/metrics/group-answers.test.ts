import { expect, it } from 'vitest';
import { groupAnswers } from '../../src/metrics/group-answers.js';

it('puts equal answers in groups in order of appearance, and leaves out those that are missing', () => {
  const sameNumber = (a: string, b: string): boolean => Number(a) === Number(b);
  expect(groupAnswers(['2', null, '3', '2.0', '3', '2'], sameNumber)).toEqual([0, null, 1, 0, 1, 0]);
});

it('compares each spelling once', () => {
  let compared = 0;
  groupAnswers(Array.from({ length: 100 }, (_, index) => String(index % 2)), () => { compared += 1; return false; });
  expect(compared).toBe(1);
});
