import { describe, expect, it } from 'vitest';
import { checkEquations } from './check-equations.js';

describe('checkEquations', () => {
  it.each([
    ['So 4 × $3.75 = $15.00 in all.', [true]],
    ['$AB^2 = 9^2 + 12^2 = 225$.', [true]],
    ['\\[AB = \\sqrt{9^2 + 12^2} = \\sqrt{225} = 16\\]', [true, false]],
    ['$\\frac{10}{40} \\times 100 = 25$', [true]],
    ['The perimeter is 2 × (14 + 8.5) = 44 m.', [false]],
    ['180° − 115° = 65°.', [true]],
    ['AB = 12 cm and BC = 9 cm', []],
  ])('%s', (step, holds) => {
    expect(checkEquations(step).map((equation) => equation.holds)).toEqual(holds);
  });
});
