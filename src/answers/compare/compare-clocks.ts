import { approximate, combine, isExact, type Value } from '../../maths/approximation.js';
import { multiply, rational } from '../../maths/rational.js';
import type { AnswerForm } from '../forms/answer-form.js';
import type { AnswerValue } from '../read-answer-value.js';
import type { FormComparison } from './compare-forms.js';
import { compareValues } from './compare-values.js';

/** Times of day and ratios. "4:30" is a time against a time, and 4 to 30 against a ratio; a ratio of two terms is their quotient. */
export function compareClocks(a: AnswerForm, b: AnswerForm): FormComparison {
  if (a.kind === 'time' && b.kind === 'time') return { equal: a.half === b.half ? a.minutes === b.minutes : a.minutes % 720 === b.minutes % 720, how: 'time' };
  const [x, y] = [toTerms(a), toTerms(b)];
  return x === null || y === null ? { equal: false, how: 'kinds' } : { equal: areProportional(x, y), how: 'ratio' };
}

/** The terms of a ratio; a number is a ratio to 1. Null for all else. */
function toTerms(form: AnswerForm): readonly AnswerValue[] | null {
  if (form.kind === 'ratio') return form.terms;
  if (form.kind === 'number') return [form.value, toTerm({ exact: rational(1) })];
  return form.kind === 'time' && !form.half ? [Math.floor(form.minutes / 60), form.minutes % 60].map((term) => toTerm({ exact: rational(term) })) : null;
}

const toTerm = (value: Value): AnswerValue => ({ value, decimals: null, unit: null, percent: false });
const isZero = ({ value }: AnswerValue): boolean => approximate(value).value === 0;

/** Whether every term of one is the same multiple of the other's, by cross-multiplication. */
function areProportional(x: readonly AnswerValue[], y: readonly AnswerValue[]): boolean {
  if (x.length !== y.length || x.some((term, i) => isZero(term) !== isZero(y[i] ?? term))) return false;
  const [p, q] = [x.find((term) => !isZero(term)), y.find((term) => !isZero(term))];
  if (p === undefined || q === undefined) return true;
  return x.every((term, i) => {
    const [cross, other] = [times(term, q), times(y[i] ?? term, p)];
    return cross !== null && other !== null && compareValues(cross, other) === 'same';
  });
}

function times(a: AnswerValue, b: AnswerValue): AnswerValue | null {
  const exact = isExact(a.value) && isExact(b.value) ? multiply(a.value.exact, b.value.exact) : null;
  const value = exact === null ? combine('*', approximate(a.value), approximate(b.value)) : { exact };
  return value === null ? null : toTerm(value);
}
