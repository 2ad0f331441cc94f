import type { AnswerForm } from '../forms/answer-form.js';
import type { FormComparison } from './compare-forms.js';

type Compare = (a: AnswerForm, b: AnswerForm) => FormComparison;
type Collection = Extract<AnswerForm, { kind: 'sequence' | 'set' }>;

/** Longer collections are compared in order only: matching each with each would take too long. */
const MAX_UNORDERED = 24;
const MAX_ITEMS = 1000;

/**
 * Lists, tuples, intervals, sets and unions. Sets compare without order or repetition, and so do two bare lists; all
 * else item by item. Of a pair the brackets count (an interval may be open or closed), of others they do not. Items
 * with names ("x = 2, y = 3") are matched by name, and against items without names in order.
 */
export function compareCollections(a: AnswerForm, b: AnswerForm, compare: Compare): FormComparison {
  if (!isCollection(a) || !isCollection(b)) return compareSingle(a, b, compare);
  if (a.items.length > MAX_ITEMS || b.items.length > MAX_ITEMS) return { equal: null, how: 'list' };
  const unordered = isUnordered(a) && isUnordered(b) && Math.max(a.items.length, b.items.length) <= MAX_UNORDERED;
  const [named, others] = [listLabels(a), listLabels(b)];
  if (unordered && named.length > 1 && named.join() === others.join()) {
    return { equal: compareUnordered(a.items, b.items, (x, y) => (labelOf(x) === labelOf(y) ? compare(x, y) : { equal: false, how: 'list' })), how: 'list' };
  }
  if (unordered && named.length < 2 && others.length < 2) return { equal: compareUnordered(a.items, b.items, compare), how: 'list' };
  return { equal: haveSameBrackets(a, b) ? compareInOrder(a.items, b.items, compare) : false, how: 'list' };
}

const isCollection = (form: AnswerForm): form is Collection => form.kind === 'sequence' || form.kind === 'set';
const isUnordered = (of: Collection): boolean => of.kind === 'set' || of.brackets === 'bare';
const labelOf = (of: AnswerForm): string | null => (of.kind === 'labelled' ? of.label : null);
const listLabels = ({ items }: Collection): string[] => [...new Set(items.flatMap((item) => labelOf(item) ?? []))].sort();

/** {5} is 5. */
function compareSingle(a: AnswerForm, b: AnswerForm, compare: Compare): FormComparison {
  const [collection, other] = isCollection(a) ? [a, b] : [b, a];
  if (!isCollection(collection)) return { equal: null, how: 'kinds' };
  const [only] = collection.items;
  if (only !== undefined && collection.items.length === 1) return compare(only, other);
  return { equal: other.kind === 'relation' || collection.items.some(({ kind }) => kind === 'words') ? null : false, how: 'kinds' };
}

function haveSameBrackets(a: Collection, b: Collection): boolean {
  const [left, right] = [a, b].map((of) => (of.kind === 'set' ? '{}' : of.brackets));
  return left === right || [left, right].some((of) => of === 'bare' || of === 'matrix') || a.items.length !== 2;
}

function compareInOrder(a: readonly AnswerForm[], b: readonly AnswerForm[], compare: Compare): boolean | null {
  if (a.length !== b.length) return [...a, ...b].some(({ kind }) => kind === 'words') ? null : false;
  let equal: boolean | null = true;
  for (const [i, item] of a.entries()) {
    const other = b[i];
    const same = other === undefined ? false : compare(item, other).equal;
    if (same === false) return false;
    if (same === null) equal = null;
  }
  return equal;
}

/** Every item of each has its like in the other. */
function compareUnordered(a: readonly AnswerForm[], b: readonly AnswerForm[], compare: Compare): boolean | null {
  const table = a.map((item) => b.map((other) => compare(item, other).equal));
  const rows = table.map((row) => best(row));
  const columns = b.map((_, column) => best(table.map((row) => row[column] ?? null)));
  const all = [...rows, ...columns];
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

function best(verdicts: readonly (boolean | null)[]): boolean | null {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}
