import type { Quantity } from '../../../maths/find-quantities.js';
import type { Evidence, NumericConstraint } from '../../../schema/index.js';
import { compareValue } from './compare-value.js';
import { describePlace } from './describe-place.js';
import { findNamed } from './find-named.js';
import type { NamedValues } from './find-named.js';
import { nothingSeen } from './finding.js';
import type { Finding } from './finding.js';
import { isSureReading } from './is-sure-reading.js';
import { judgeUnnamedValue } from './judge-unnamed-value.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';

/** What a hit is worth when the claim leaves open which of several places it means. */
const AMBIGUOUS = 0.8;
/** So many words of a clause may be beyond the verifier before it stops contradicting. */
const MOST_UNEXPLAINED = 1;

/** Judges one value of an assertion against the place that its labels name. */
export function judgeValue(claimed: Quantity, assertion: Assertion, book: LabelBook): Finding {
  const named = findNamed(assertion, book);
  if (!named.byLabel) return judgeUnnamedValue(claimed, assertion, book);
  const hit = named.constraints.find((constraint) => compareValue(claimed, constraint) === 'same');
  // "The mean for Tuesday to Friday is 45": that 45 is also Friday's says nothing.
  if (hit !== undefined && assertion.derived) return judgeUnnamedValue(claimed, assertion, book);
  if (hit !== undefined) {
    const support = hit.confidence * (isOnePlace(named) ? 1 : AMBIGUOUS);
    return { observable: true, support, conflict: 0, evidence: [evidenceOf('support', hit, `${describePlace(hit)} reads ${hit.text}.`)] };
  }
  const reason = whyNotContradicted(claimed, assertion, named);
  const [place] = named.constraints;
  if (place === undefined) return nothingSeen(`Nothing is printed under the labels of "${assertion.text}".`);
  if (reason !== null) return { observable: false, support: 0, conflict: 0, evidence: [evidenceOf('unknown', place, `${describePlace(place)} reads ${place.text}, not ${claimed.text}, but ${reason}.`)] };
  return { observable: true, support: 0, conflict: place.confidence, evidence: [evidenceOf('conflict', place, `${describePlace(place)} reads ${place.text}, not ${claimed.text}${findElsewhere(claimed, place, book)}.`)] };
}

/** The first reason, in words, why another value in the named place does not contradict the claim; null when it does. */
function whyNotContradicted(claimed: Quantity, { derived, unexplained }: Assertion, named: NamedValues): string | null {
  const [place] = named.constraints;
  if (place === undefined || !isOnePlace(named)) return 'the claim may mean another place';
  if (!named.full) return 'the label is not named in full';
  if (derived) return 'the claim may speak of something worked out';
  const comparison = compareValue(claimed, place);
  if (isMultiplicity(claimed, place)) return 'a number before a label counts things';
  if (comparison === 'unlike') return 'the two are of different kinds';
  if (comparison === 'alternative') return 'the print may also be read as claimed';
  if (!isSureReading(place)) return `the reading is not sure (confidence ${place.confidence.toFixed(2)})`;
  if (unexplained.length > MOST_UNEXPLAINED) return 'the claim says more than the labels';
  return null;
}

/** "7 books" beside "book: $2.55": a bare number before a noun is no price. */
const isMultiplicity = (claimed: Quantity, place: NumericConstraint): boolean => claimed.noun !== null && claimed.currency === null && place.unit !== null;

/** One place, or several that print the same. */
const isOnePlace = ({ constraints }: NamedValues): boolean => constraints.every((constraint) => constraint.text === constraints[0]?.text && constraint.subject[0] === constraints[0]?.subject[0]);

function findElsewhere(claimed: Quantity, place: NumericConstraint, book: LabelBook): string {
  const other = book.named.find((constraint) => constraint !== place && constraint.subject[1] === place.subject[1] && constraint.kind === place.kind && compareValue(claimed, constraint) === 'same');
  return other === undefined ? '' : ` (${other.text} stands at ${other.subject[0]})`;
}

const evidenceOf = (stance: Evidence['stance'], constraint: NumericConstraint, text: string): Evidence => ({ stance, text, constraintId: constraint.id, places: constraint.places });
