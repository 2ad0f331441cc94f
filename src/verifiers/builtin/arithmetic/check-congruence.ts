import { isExact } from '../../../maths/approximation.js';
import { evaluateExpression } from '../../../maths/evaluate-expression.js';
import { USUAL_READING } from '../../../maths/list-readings.js';
import { parseTokens } from '../../../maths/parse-expression.js';
import { isInteger, makeRational, ZERO } from '../../../maths/rational.js';
import type { Token } from '../../../maths/token.js';
import type { CheckedRelation } from './check-relation.js';

const hasModulus = (tokens: readonly Token[]): boolean => tokens.some((token) => token.kind === 'modulus');

/** Whether a pair of sides is a statement modulo a number: joined by "≡", or with "mod" on one of them. */
export const isCongruence = (left: readonly Token[], relation: string, right: readonly Token[]): boolean =>
  relation === '≡' || hasModulus(left) || hasModulus(right);

/**
 * Checks "17 · 44 ≡ 1 (mod 83)" and "27 mod 5 = 2" for whole numbers; `closing` is the last side of the chain, which
 * may carry the modulus for all of it. Null when a side is no whole number or the modulus is missing.
 */
export function checkCongruence(left: readonly Token[], right: readonly Token[], closing: readonly Token[]): CheckedRelation | null {
  const modulus = [left, right, closing].map(readModulus).find((found) => found !== null) ?? null;
  const [a, b] = [readWhole(withoutModulus(left)), readWhole(withoutModulus(right))];
  if (modulus === null || a === null || b === null) return null;
  const values = { left: { exact: makeRational(reduce(a, modulus)) ?? ZERO }, right: { exact: makeRational(reduce(b, modulus)) ?? ZERO } };
  return { outcome: (a - b) % modulus === 0n ? 'holds' : 'fails', ...values };
}

const reduce = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

function readWhole(tokens: readonly Token[]): bigint | null {
  const expression = parseTokens(tokens, USUAL_READING);
  const value = expression === null ? null : evaluateExpression(expression, { reading: USUAL_READING });
  return value !== null && isExact(value) && isInteger(value.exact) ? value.exact.num : null;
}

/** The whole number above 1 behind "mod", with or without brackets around it. */
function readModulus(tokens: readonly Token[]): bigint | null {
  const at = tokens.findIndex((token) => token.kind === 'modulus');
  if (at < 0) return null;
  const isBracketed = tokens[at - 1]?.kind === 'open' && tokens.at(-1)?.kind === 'close';
  const behind = tokens.slice(at + 1, isBracketed ? -1 : undefined);
  // "5 mod 3 + 1" may mean (5 mod 3) + 1.
  if (behind.some((token) => token.kind === 'operator')) return null;
  const modulus = readWhole(behind);
  return modulus !== null && modulus > 1n ? modulus : null;
}

function withoutModulus(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'modulus');
  if (at < 0) return tokens;
  return tokens.slice(0, tokens[at - 1]?.kind === 'open' ? at - 1 : at);
}
