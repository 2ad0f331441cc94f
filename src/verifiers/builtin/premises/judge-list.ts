import type { Quantity } from '../../../maths/find-quantities.js';
import { toNumber } from '../../../maths/rational.js';
import type { NumericConstraint } from '../../../schema/index.js';
import { compareValue } from './compare-value.js';
import { describePlace } from './describe-place.js';
import { findNamed } from './find-named.js';
import type { Finding } from './finding.js';
import { nothingSeen } from './finding.js';
import { isPlaceName } from './is-place-name.js';
import { isSureReading } from './is-sure-reading.js';
import { judgeUnnamedValue } from './judge-unnamed-value.js';
import { judgeValue } from './judge-value.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';

/** Fewer values than this are no list that one could know again. */
const SHORTEST_SERIES = 4;

/** What it is worth that all values stand in the named row, in columns that the claim leaves open. */
const MEMBERS = 0.8;

/** Judges several values of one clause: a row of leaves or numbers, values for labels in the same order, or a whole column read off. */
export function judgeList(assertion: Assertion, book: LabelBook): Finding {
  const named = findNamed(assertion, book);
  const rows = new Set(named.constraints.map((constraint) => constraint.subject[0]));
  const isRow = named.byLabel && rows.size === 1 && named.constraints.every((constraint) => isPlaceName(constraint.subject[0]));
  if (isRow) return judgeRow(assertion, named.constraints, named.full);
  return judgePairs(assertion, book) ?? judgeSeries(assertion, book) ?? (rows.size === 1 ? judgeMembers(assertion, named.constraints) : null) ?? judgeLoose(assertion, book);
}

/** A row whose members have no order of their own: every claimed value must be a member. */
function judgeRow({ values, text, derived, unexplained }: Assertion, row: readonly NumericConstraint[], full: boolean): Finding {
  const left = [...row];
  const strangers = values.filter((value) => {
    // "the leaf 5 (15)" says one number twice.
    if (row.some((constraint) => constraint.kind === 'stem-leaf' && constraint.value !== Number(constraint.text) && toNumber(value.value) === constraint.value)) return false;
    const at = left.findIndex((constraint) => compareValue(value, constraint) === 'same');
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  const confidence = Math.min(...row.map((constraint) => constraint.confidence));
  const [place] = row;
  const [stranger] = strangers;
  const reading = row.map((constraint) => constraint.text).join(' ');
  const evidence = { constraintId: place?.id ?? null, places: place?.places ?? [] };
  if (place === undefined) return nothingSeen(`Nothing is printed under the labels of "${text}".`);
  if (stranger === undefined) return { observable: true, support: confidence, conflict: 0, evidence: [{ ...evidence, stance: 'support', text: `${describePlace(place)} reads ${reading}.` }] };
  const blanks = row.filter((constraint) => constraint.value === null).length;
  // More values than were read, or many strangers: something was missed, or another row is meant. A blank may stand for a stranger.
  const doubtful = values.length > row.length - blanks || strangers.length > Math.max(1, values.length / 2) || strangers.length <= blanks;
  if (derived || !full || doubtful || !row.every(isSureReading) || unexplained.length > 1) return nothingSeen(`${describePlace(place)} reads ${reading}, which does not settle "${text}".`);
  return { observable: true, support: 0, conflict: confidence, evidence: [{ ...evidence, stance: 'conflict', text: `${describePlace(place)} reads ${reading}, without ${stranger.text}.` }] };
}

/** "choir concert: 12:55 P.M. to 2:40 P.M.": several cells of one row, without their columns. Only a full hit says something. */
function judgeMembers({ values, derived }: Assertion, cells: readonly NumericConstraint[]): Finding | null {
  const hits = values.map((value) => cells.find((constraint) => compareValue(value, constraint) === 'same'));
  const [first] = hits;
  if (derived || first === undefined || hits.includes(undefined)) return null;
  const support = MEMBERS * Math.min(...hits.map((hit) => hit?.confidence ?? 0));
  return { observable: true, support, conflict: 0, evidence: [{ stance: 'support', text: `The row ${first.subject[0]} reads ${cells.map((cell) => cell.text).join(', ')}.`, constraintId: first.id, places: hits.flatMap((hit) => hit?.places ?? []) }] };
}

/** "Tuesday, Wednesday and Friday have 50, 44 and 45": as many labels as values, in one order. */
function judgePairs(assertion: Assertion, book: LabelBook): Finding | null {
  const rowLabels = new Set(book.named.map((constraint) => constraint.subject[0]));
  const labels = assertion.own.filter((mention) => mention.full && rowLabels.has(mention.label.text));
  if (labels.length !== assertion.values.length) return null;
  const columns = assertion.own.filter((mention) => !rowLabels.has(mention.label.text));
  const findings = assertion.values.map((value, at) => judgeValue(value, { ...assertion, own: [...labels.slice(at, at + 1), ...columns] }, book));
  return joinFindings(findings);
}

/** A list that repeats a column: the same values in print order, or sorted. One differing value among four or more is a misreading. */
function judgeSeries({ values, derived, text, own }: Assertion, book: LabelBook): Finding | null {
  if (derived || values.length < 2) return null;
  const cells = book.named.filter((constraint) => constraint.kind === 'table-cell');
  const all = new Set(cells.map((constraint) => constraint.subject[1] ?? ''));
  const said = [...all].filter((head) => own.some((mention) => mention.label.text === head));
  const heads = said.length > 0 ? said : [...all];
  const series = heads.map((head) => cells.filter((constraint) => (constraint.subject[1] ?? '') === head)).filter((column) => column.length === values.length);
  for (const column of series) {
    const wrong = column.filter((constraint, at) => compareValue(values[at] as Quantity, constraint) !== 'same');
    const sameSet = column.map((constraint) => constraint.value).sort().join() === values.map((value) => toNumber(value.value)).sort().join();
    const confidence = Math.min(...column.map((constraint) => constraint.confidence));
    const places = column.flatMap((constraint) => constraint.places);
    if (wrong.length === 0 || sameSet) return { observable: true, support: confidence, conflict: 0, evidence: [{ stance: 'support', text: `The column reads ${column.map((constraint) => constraint.text).join(', ')}.`, constraintId: column[0]?.id ?? null, places }] };
    const [odd] = wrong;
    if (wrong.length === 1 && odd !== undefined && series.length === 1 && values.length >= SHORTEST_SERIES && isSureReading(odd) && compareValue(values[column.indexOf(odd)] as Quantity, odd) === 'different') {
      return { observable: true, support: 0, conflict: odd.confidence, evidence: [{ stance: 'conflict', text: `${describePlace(odd)} reads ${odd.text}, not ${values[column.indexOf(odd)]?.text} as in "${text}".`, constraintId: odd.id, places: odd.places }] };
    }
  }
  return null;
}

const judgeLoose = (assertion: Assertion, book: LabelBook): Finding => joinFindings(assertion.values.map((value) => judgeUnnamedValue(value, assertion, book)));

/** Findings of one clause as one: the weakest counts. */
function joinFindings(findings: readonly Finding[]): Finding {
  return {
    observable: findings.some((finding) => finding.observable),
    support: Math.min(...findings.map((finding) => finding.support)),
    conflict: Math.max(...findings.map((finding) => finding.conflict)),
    evidence: findings.flatMap((finding) => finding.evidence),
  };
}
