import type { Quantity } from '../../../maths/find-quantities.js';
import { compareValue } from './compare-value.js';
import { nothingSeen } from './finding.js';
import type { Finding } from './finding.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';

/** What a value is worth that is printed, though nothing tells that it belongs to what the claim says. */
const PRINTED_SOMEWHERE = 0.5;

/**
 * Judges a value whose owner the labels do not name ("AB = 10" beside a line of a drawing). Seen in print it is weakly
 * supported; either way it is not observable, since a wrong owner would not be noticed, so the gate stays untouched.
 */
export function judgeUnnamedValue(claimed: Quantity, assertion: Assertion, book: LabelBook): Finding {
  const printed = book.constraints.find((constraint) => constraint.type === 'numeric' && compareValue(claimed, constraint) === 'same');
  if (printed === undefined || assertion.derived) return nothingSeen(`Nothing printed tells whether "${assertion.text}" holds.`);
  return {
    observable: false, support: PRINTED_SOMEWHERE * printed.confidence, conflict: 0,
    evidence: [{ stance: 'support', text: `${claimed.text} is printed, though not beside a label that the claim names.`, constraintId: printed.id, places: printed.places }],
  };
}
