import { toNumber } from '../../../maths/rational.js';
import type { StructureConstraint } from '../../../schema/index.js';
import { findQuantities } from '../../../maths/find-quantities.js';
import type { Finding } from './finding.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';

const range = /\b(?:from|between|runs?|goes|ranges?|starts?|ends?|largest|highest|smallest|lowest|maximum|minimum|up to)\b/i;
const named = /\b(?:([xy])[- ]?axis|(vertical|horizontal)\s+(?:axis|scale))\b/i;
const upper = /\b(?:largest|highest|maximum|up to|ends? at)\b/i;
const lower = /\b(?:smallest|lowest|minimum|starts? at)\b/i;
/** Only a scale of at least so many ticks, all well read, can contradict. */
const FEWEST_TICKS = 4;
const SURE = 0.8;

/** Judges what a clause says about the ends of an axis: "the y-axis goes from 0 to 80". Null when it says nothing of that kind. */
export function judgeAxis({ text, values }: Assertion, book: LabelBook): Finding | null {
  const [, letter, side] = named.exec(text) ?? [];
  const kind = letter?.toLowerCase() ?? (side === undefined ? null : side.toLowerCase() === 'vertical' ? 'y' : 'x');
  const axes = book.constraints.filter((constraint): constraint is StructureConstraint => constraint.type === 'structure' && constraint.kind === `${kind}-axis`);
  const [axis] = axes;
  if (axis?.rows == null || axes.length > 1 || !range.test(text) || values.length === 0) return null;
  const ends = [axis.rows[0] ?? '', axis.rows.at(-1) ?? ''].map(numberOf);
  const said = values.slice(0, 2).map((value) => toNumber(value.value));
  const expected = said.length === 2 ? ends : upper.test(text) ? ends.slice(1) : lower.test(text) ? ends.slice(0, 1) : null;
  if (expected === null) return null;
  const evidence = (stance: 'support' | 'conflict' | 'unknown'): Finding['evidence'] => [{ stance, text: axis.summary, constraintId: axis.id, places: axis.places }];
  if (said.every((value, at) => value === expected[at])) return { observable: true, support: axis.confidence, conflict: 0, evidence: evidence('support') };
  // An end that is printed anywhere may be a tick that was not taken for one.
  const isPrinted = (value: number): boolean => book.constraints.some((constraint) => constraint.type === 'numeric' && constraint.value === value);
  const wrong = said.filter((value, at) => value !== expected[at]);
  // A lone 0 is easily overlooked: the tick before the lowest that was read may be there.
  const [low, second] = axis.rows.slice(0, 2).map(numberOf);
  const mayBeMissed = low != null && second != null && said.length === 2 && said[0] === 2 * low - second && said[1] === expected[1];
  if (axis.rows.length < FEWEST_TICKS || axis.confidence < SURE || wrong.some(isPrinted) || mayBeMissed) return { observable: false, support: 0, conflict: 0, evidence: evidence('unknown') };
  return { observable: true, support: 0, conflict: axis.confidence, evidence: evidence('conflict') };
}

const numberOf = (text: string): number | null => {
  const [only] = findQuantities(text);
  return only === undefined ? null : toNumber(only.value);
};
