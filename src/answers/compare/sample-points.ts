import { approximate, type Approximation } from '../../maths/approximation.js';
import { evaluateExpression } from '../../maths/evaluate-expression.js';
import type { Expression } from '../../maths/expression.js';
import { ANSWER_READING, countParts, listNames } from '../forms/parse-formula.js';
import type { Effort } from './effort.js';

const POINTS = 12;
/** Fewer points at which both sides have a value say nothing. */
export const ENOUGH_POINTS = 4;
const MAX_NAMES = 12;
/** A value less sure than this, in relation to its size, does not count. */
const SURE = 1e-6;

/** The values of two formulas at the same points. */
export type Sample = readonly [Approximation, Approximation];

/**
 * Evaluates two formulas at fixed points: every name gets a pseudo-random number, positive at every other point, so that
 * roots and logarithms have values. Points where a formula has none, or none that is sure, are left out.
 * Null when there are too many names, or the effort is used up.
 */
export function samplePoints(a: Expression, b: Expression, effort: Effort): Sample[] | null {
  const names = [...new Set([...listNames(a), ...listNames(b)])].sort();
  if (names.length > MAX_NAMES || !effort.spend(POINTS * (countParts(a) + countParts(b)))) return null;
  const random = seededRandom(20_261_121);
  return Array.from({ length: POINTS }, (_, i) => new Map(names.map((name) => [name, { value: drawValue(random, i % 2 === 0), error: 0 }])))
    .flatMap((point): Sample[] => {
      const [x, y] = [a, b].map((expression) => evaluateExpression(expression, { reading: ANSWER_READING, names: point }));
      const sample = x && y ? [approximate(x), approximate(y)] as const : null;
      return sample?.every(({ value, error }) => error <= SURE * Math.max(1, Math.abs(value))) ? [sample] : [];
    });
}

/** From 0.25 to 3.25, or that with a minus at half of the draws. */
function drawValue(random: () => number, positive: boolean): number {
  const size = 0.25 + 3 * random();
  return !positive && random() < 0.5 ? -size : size;
}

/** Numbers in [0, 1), the same for every call with one seed (a 32-bit linear congruential generator). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
