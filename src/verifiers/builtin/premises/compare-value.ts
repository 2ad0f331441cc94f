import type { Quantity } from '../../../maths/find-quantities.js';
import { findQuantities } from '../../../maths/find-quantities.js';
import { equal, toNumber } from '../../../maths/rational.js';
import { findUnit } from '../../../maths/units.js';
import type { NumericConstraint } from '../../../schema/index.js';
import { readCell } from '../facts/read-cell.js';

/**
 * How a claimed value stands to a printed one: `same`; `alternative` (another reading of the same pixels); `unlike` (a
 * different kind of thing: another unit, a time against a number, a word); `different`. Numbers are compared exactly.
 */
export type Comparison = 'same' | 'alternative' | 'unlike' | 'different';

export function compareValue(claimed: Quantity, constraint: NumericConstraint): Comparison {
  if (isUnlike(claimed, constraint)) return 'unlike';
  if (constraint.kind === 'stem-leaf') return toNumber(claimed.value) === constraint.value || claimed.text === constraint.text ? 'same' : 'different';
  if (readsAs(constraint.text, claimed)) return 'same';
  // "$1Z.25" is no reading of 25.
  return constraint.alternatives.some((text) => readCell(text).kind !== 'text' && readsAs(text, claimed)) ? 'alternative' : 'different';
}

/** Whether a text holds exactly one value, and it is the claimed one. */
function readsAs(text: string, claimed: Quantity): boolean {
  const [only, ...more] = findQuantities(text);
  return only !== undefined && more.length === 0 && only.kind === claimed.kind && equal(only.value, claimed.value);
}

function isUnlike(claimed: Quantity, constraint: NumericConstraint): boolean {
  if (constraint.value === null) return true;
  const [printed] = findQuantities(constraint.text);
  if (printed !== undefined && printed.kind !== claimed.kind) return true;
  // A share of something is not the number of it, unless the labels say percent.
  if (claimed.percent && printed !== undefined && !printed.percent && !/%|percent/i.test(constraint.subject.join(' '))) return true;
  const said = claimed.percent ? '%' : (claimed.currency ?? claimed.unit);
  const seen = constraint.unit ?? '';
  // "$9 per lb" may be said as $9, "18 m/s" as it is.
  const base = seen.replace(/\/.*$/, '');
  return said !== null && base !== '' && ![seen, base].map(canonical).includes(canonical(said));
}

const canonical = (unit: string): string => findUnit(unit)?.symbol ?? unit;
