import { approximate, isExact } from '../../../maths/approximation.js';
import type { Value } from '../../../maths/approximation.js';
import { evaluateExpression } from '../../../maths/evaluate-expression.js';
import type { Expression } from '../../../maths/expression.js';
import { USUAL_READING } from '../../../maths/list-readings.js';
import { parseTokens } from '../../../maths/parse-expression.js';
import { equal, rational } from '../../../maths/rational.js';
import type { Token } from '../../../maths/token.js';

/** How many points must agree; two different polynomials of any degree met in texts do not meet in three such points. */
const POINTS = 3;
/** Start of the fixed sequence of points, so that every run judges alike. */
const SEED = 20_260_313;

const namesOf = (tokens: readonly Token[]): Set<string> => new Set(tokens.flatMap((token) => (token.kind === 'name' ? [token.name] : [])));

/**
 * Whether two sides in the same names are equal for all their values: (x+1)^2 = x^2 + 2x + 1. Tried at rational points.
 * False also for equations to be solved, so a "no" says nothing about the step.
 */
export function isIdentity(left: readonly Token[], right: readonly Token[]): boolean {
  const names = [...namesOf(left)];
  const others = namesOf(right);
  if (names.length === 0 || names.length !== others.size || names.some((name) => !others.has(name))) return false;
  const [a, b] = [parseTokens(left, USUAL_READING), parseTokens(right, USUAL_READING)];
  if (a === null || b === null || JSON.stringify(a, writeBigints) === JSON.stringify(b, writeBigints)) return false;
  const draw = createDraw();
  return Array.from({ length: POINTS }).every(() => agreeAt(a, b, new Map(names.map((name) => [name, { exact: rational(2 + (draw() % 97), 1 + (draw() % 13)) }]))));
}

const writeBigints = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

function agreeAt(a: Expression, b: Expression, names: ReadonlyMap<string, Value>): boolean {
  const [x, y] = [a, b].map((side) => evaluateExpression(side, { reading: USUAL_READING, names }));
  if (!x || !y) return false;
  if (isExact(x) && isExact(y)) return equal(x.exact, y.exact);
  const [p, q] = [approximate(x), approximate(y)];
  return Math.abs(p.value - q.value) <= p.error + q.error;
}

/** A linear congruential sequence of whole numbers from 0 up. */
function createDraw(): () => number {
  let state = SEED;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536);
  };
}
