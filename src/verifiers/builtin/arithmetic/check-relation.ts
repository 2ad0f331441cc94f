import type { Value } from '../../../maths/approximation.js';
import { evaluateExpression } from '../../../maths/evaluate-expression.js';
import type { Expression, Reading } from '../../../maths/expression.js';
import { listReadings } from '../../../maths/list-readings.js';
import { parseTokens } from '../../../maths/parse-expression.js';
import type { Relation, Token } from '../../../maths/token.js';
import { checkConversion } from './check-conversion.js';
import { compareValues } from './compare-values.js';
import type { Outcome } from './compare-values.js';
import { readWrittenPlace } from './read-written-place.js';

export type NumberExpression = Extract<Expression, { kind: 'number' }>;

/** What is known when a statement is checked. */
export interface CheckContext {
  /** Values that the solution gave to names, as written, and as ranges where they may be rounded. */
  readonly names: ReadonlyMap<string, { readonly value: Value; readonly loose: Value }>;
  /** Whether a decimal number was written elsewhere as a rounded result, so that it stands for a range. */
  readonly isRounded: (number: NumberExpression) => boolean;
}

export interface CheckedRelation {
  readonly outcome: Outcome;
  /** Values of both sides in the first reading that gave them. */
  readonly left: Value;
  readonly right: Value;
}

/** Digits after the point from which a decimal in a formula is taken as possibly rounded: 0.667, 1.732. */
const ROUNDED_FROM = 3;

/**
 * Checks `left relation right`. Null when a side has no value, or both are bare numbers, which state no arithmetic.
 * `fails` only when the statement is wrong in every reading and beyond all rounding that the written digits allow.
 */
export function checkRelation(left: readonly Token[], relation: Relation, right: readonly Token[], context: CheckContext): CheckedRelation | null {
  if (relation === '≡') return null;
  const converted = checkConversion(left, relation, right);
  if (converted !== null) return converted;
  if (isBare(left) && isBare(right)) return null;
  let first: CheckedRelation | null = null;
  let unclear: CheckedRelation | null = null;
  for (const reading of listReadings([...left, ...right])) {
    const checked = checkReading(left, relation, right, reading, context);
    if (checked?.outcome === 'holds') return checked;
    if (checked?.outcome === 'unclear') unclear ??= checked;
    first ??= checked;
  }
  if (first === null || unclear !== null) return unclear;
  return countUnits([...left, ...right]) > 1 ? { ...first, outcome: 'unclear' } : first;
}

function checkReading(left: readonly Token[], relation: Relation, right: readonly Token[], reading: Reading, context: CheckContext): CheckedRelation | null {
  const exactNames = mapValues(context.names, ({ value }) => value);
  const looseNames = mapValues(context.names, ({ loose }) => loose);
  const uncertainty = (number: NumberExpression): number => {
    const isRounded = relation === '≈' ? number.decimals > 0 : number.decimals >= ROUNDED_FROM || number.openEnded || context.isRounded(number);
    return isRounded ? (number.openEnded ? 1 : 0.5) * 10 ** -number.decimals : 0;
  };
  const evaluate = (tokens: readonly Token[]): { exact: Value; loose: Value } | null => {
    const expression = parseTokens(tokens, reading);
    const exact = expression === null ? null : evaluateExpression(expression, { reading, names: exactNames });
    if (expression === null || exact === null) return null;
    return { exact, loose: evaluateExpression(expression, { reading, names: looseNames, uncertainty }) ?? exact };
  };
  const a = evaluate(left);
  const b = a === null ? null : evaluate(right);
  if (a === null || b === null) return null;
  const outcome = compareValues(relation, {
    left: a.exact, right: b.exact, looseLeft: a.loose, looseRight: b.loose,
    leftPlace: readWrittenPlace(left, reading), rightPlace: readWrittenPlace(right, reading),
  });
  return { outcome, left: a.exact, right: b.exact };
}

const mapValues = <From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): Map<string, To> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

/** A single number with its sign and unit. */
const isBare = (tokens: readonly Token[]): boolean =>
  tokens.filter((token) => !(token.kind === 'postfix' && token.op !== '!') && !(token.kind === 'operator' && token === tokens[0])).length <= 1;

/** How many different units the numbers carry; where there are two, plain values need not agree. */
const countUnits = (tokens: readonly Token[]): number =>
  new Set(tokens.flatMap((token) => (token.kind === 'number' && token.unit !== null ? [token.unit] : []))).size;
