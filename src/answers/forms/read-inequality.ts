import type { Expression } from '../../maths/expression.js';
import type { Relation, Token } from '../../maths/token.js';
import type { AnswerForm, Brackets } from './answer-form.js';
import { evaluateFormula, holdsWords, parseFormulaTokens, tokenizeFormula } from './parse-formula.js';

const rising = new Set<Relation>(['<', '≤']);
const falling = new Set<Relation>(['>', '≥']);
const opposite: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤' };

/**
 * An inequality. With `asInterval` one that bounds a single name is the interval of its values: x > 3 is (3, ∞),
 * -1 < x ≤ 5 is (-1, 5]; any other, and all without `asInterval`, is a relation. Null for anything else.
 */
export function readInequality(cleaned: string, asInterval: boolean): AnswerForm | null {
  if (!/[<>≤≥≠]|\\(?:[lg]eq?q?|[lg]t|neq?|leqslant|geqslant)(?![a-z])/.test(cleaned) || holdsWords(cleaned)) return null;
  const tokens = tokenizeFormula(cleaned);
  const places = tokens.flatMap((token, at) => (token.kind === 'relation' ? [at] : []));
  if (places.length === 0 || places.length > 2) return null;
  const sides = [...places, tokens.length].map((end, i) => parseFormulaTokens(tokens.slice(i === 0 ? 0 : (places[i - 1] ?? 0) + 1, end)));
  const relations = places.map((at) => relationAt(tokens, at));
  const [left, middle, right] = sides;
  if (left === null || left === undefined || middle === null || middle === undefined || right === null) return null;
  const [first = '=', second] = relations;
  if (right === undefined) return (asInterval ? readRay(left, first, middle) : null) ?? { kind: 'relation', relation: first, left, right: middle };
  return middle.kind === 'name' && second !== undefined ? readBounds(left, first, second, right) : null;
}

const relationAt = (tokens: readonly Token[], at: number): Relation => {
  const token = tokens[at];
  return token?.kind === 'relation' ? token.relation : '=';
};

/** x > 3, 3 < x */
function readRay(left: Expression, relation: Relation, right: Expression): AnswerForm | null {
  if (right.kind === 'name') return left.kind === 'name' || opposite[relation] === undefined ? null : readRay(right, opposite[relation], left);
  const bound = left.kind === 'name' && opposite[relation] !== undefined ? toNumberForm(right) : null;
  if (bound === null) return null;
  const closed = relation === '≤' || relation === '≥';
  const infinite: AnswerForm = { kind: 'infinity', negative: rising.has(relation) };
  return rising.has(relation)
    ? { kind: 'sequence', brackets: closed ? '(]' : '()', items: [infinite, bound] }
    : { kind: 'sequence', brackets: closed ? '[)' : '()', items: [bound, infinite] };
}

/** -1 < x ≤ 5, 5 ≥ x > -1 */
function readBounds(left: Expression, first: Relation, second: Relation, right: Expression): AnswerForm | null {
  if (falling.has(first) && falling.has(second)) return readBounds(right, opposite[second] ?? '=', opposite[first] ?? '=', left);
  const [low, high] = [toNumberForm(left), toNumberForm(right)];
  if (!rising.has(first) || !rising.has(second) || low === null || high === null) return null;
  const brackets: Brackets = `${first === '≤' ? '[' : '('}${second === '≤' ? ']' : ')'}`;
  return { kind: 'sequence', brackets, items: [low, high] };
}

function toNumberForm(expression: Expression): AnswerForm | null {
  const value = evaluateFormula(expression);
  return value === null ? null : { kind: 'number', value: { value, decimals: expression.kind === 'number' ? expression.decimals : null, unit: null, percent: false } };
}
