import { isExact } from '../../maths/approximation.js';
import type { Expression } from '../../maths/expression.js';
import type { AnswerForm } from '../forms/answer-form.js';
import { compareClocks } from './compare-clocks.js';
import { compareCollections } from './compare-collections.js';
import { haveSameFormula, haveSameRelation } from './compare-formulas.js';
import { compareValues } from './compare-values.js';
import { Effort } from './effort.js';

/** True, false, or null when it cannot be told. `how` names the comparison that decided. */
export interface FormComparison {
  readonly equal: boolean | null;
  readonly how: 'number' | 'rounded' | 'formula' | 'relation' | 'list' | 'time' | 'ratio' | 'words' | 'kinds' | 'effort';
}

/** What comparing two numbers costs at most, in steps of evaluation. */
const STEPS_OF_PAIR = 20;
const differentKinds: FormComparison = { equal: false, how: 'kinds' };
const tooMuch: FormComparison = { equal: null, how: 'effort' };
const cannotTell: FormComparison = { equal: null, how: 'words' };

/** Whether two readings say the same. Symmetric. Words that differ are null: another wording may say the same. */
export function compareForms(a: AnswerForm, b: AnswerForm, effort = new Effort()): FormComparison {
  const comparison = compareParts(a, b, effort);
  return effort.isSpent ? tooMuch : comparison;
}

function compareParts(a: AnswerForm, b: AnswerForm, effort: Effort): FormComparison {
  if (!effort.spend(STEPS_OF_PAIR)) return tooMuch;
  if (a.kind === 'words' || b.kind === 'words') return a.kind === b.kind && 'text' in a && 'text' in b && a.text === b.text ? { equal: true, how: 'words' } : cannotTell;
  if (a.kind === 'labelled') return compareLabelled(a, b, effort);
  if (b.kind === 'labelled') return compareLabelled(b, a, effort);
  if (a.kind === 'number' && b.kind === 'number') return fromValues(compareValues(a.value, b.value));
  if (a.kind === 'sequence' || a.kind === 'set' || b.kind === 'sequence' || b.kind === 'set') return compareCollections(a, b, (x, y) => compareParts(x, y, effort));
  if (a.kind === 'relation' && b.kind === 'relation') return { equal: haveSameRelation(a, b, effort), how: 'relation' };
  if (a.kind === 'relation' || b.kind === 'relation') return cannotTell;
  if (a.kind === 'infinity' && b.kind === 'infinity') return { equal: a.negative === b.negative, how: 'number' };
  if (a.kind === 'infinity' || b.kind === 'infinity') return differentKinds;
  if (a.kind === 'formula' || b.kind === 'formula') return compareFormula(a, b, effort);
  return compareClocks(a, b);
}

const fromValues = (agreement: ReturnType<typeof compareValues>): FormComparison => ({ equal: agreement !== 'different', how: agreement === 'rounded' ? 'rounded' : 'number' });

/** A formula holds names: against a number it is equal only if the names cancel out. A lone name may stand for anything, and AB for BA. */
function compareFormula(a: AnswerForm, b: AnswerForm, effort: Effort): FormComparison {
  const [left, right] = [toExpression(a), toExpression(b)];
  if (left === null || right === null) return cannotTell;
  if (left.kind === 'name' && right.kind === 'name' && left.name === right.name) return { equal: true, how: 'formula' };
  if (isAtom(left) && isAtom(right)) return cannotTell;
  return { equal: haveSameFormula(left, right, effort), how: 'formula' };
}

const isAtom = ({ kind }: Expression): boolean => kind === 'name' || kind === 'number';

function toExpression(form: AnswerForm): Expression | null {
  if (form.kind === 'formula') return form.expression;
  if (form.kind !== 'number' || !isExact(form.value.value)) return null;
  return { kind: 'number', value: form.value.value.exact, decimals: 0, openEnded: false, unit: null };
}

/** What is named counts; its name only where both are coordinates (x = 3 and y = 3 are two lines), or both are equations. */
function compareLabelled(a: Extract<AnswerForm, { kind: 'labelled' }>, b: AnswerForm, effort: Effort): FormComparison {
  if (b.kind === 'relation') return a.relation === null ? cannotTell : compareParts(a.relation, b, effort);
  if (b.kind !== 'labelled') return compareParts(a.of, b, effort);
  const isCoordinate = /^[xyz]$/;
  if (a.label === b.label || !isCoordinate.test(a.label) || !isCoordinate.test(b.label)) return compareParts(a.of, b.of, effort);
  return a.relation !== null && b.relation !== null ? compareParts(a.relation, b.relation, effort) : differentKinds;
}
