import { expect, it } from 'vitest';
import { studentT } from '../../src/metrics/student-t.js';

// Printed tables of Student's t, two-sided.
it.each([
  [0.95, 1, 12.706204736], [0.95, 2, 4.302652730], [0.95, 10, 2.228138852], [0.95, 30, 2.042272456], [0.95, 120, 1.979930405],
  [0.99, 5, 4.032142984], [0.9, 1, 6.313751515], [0.95, 1e6, 1.959966],
])('at level %f with %i degrees of freedom is %f', (level, freedom, expected) => {
  expect(studentT(level, freedom)).toBeCloseTo(expected, 6);
});

it('has the closed forms of one and two degrees of freedom', () => {
  for (const level of [0.1, 0.5, 0.8, 0.999]) {
    expect(studentT(level, 1)).toBeCloseTo(Math.tan((Math.PI * level) / 2), 9);
    expect(studentT(level, 2)).toBeCloseTo(level * Math.sqrt(2 / (1 - level ** 2)), 9);
  }
});
