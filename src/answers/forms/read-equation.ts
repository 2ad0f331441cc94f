import type { AnswerForm } from './answer-form.js';
import { isLabel, isName, toLabelKey } from './label.js';
import { listNames, parseFormula } from './parse-formula.js';
import type { ReadItem } from './read-forms.js';
import { splitTopLevel } from './split-top-level.js';

const equals = /\s*(?:==?|≈|\\approx(?![a-zA-Z])|\\simeq(?![a-zA-Z]))\s*/y;

/**
 * "x = 3", "Area $=12$", "f(x) = 2x": what is named; of a chain a = b = c the last part is what is said. Of a
 * calculation without names (5 + 3 = 8) the last part is the outcome; any other equation is a relation. Null for no equation.
 */
export function readEquation(text: string, read: ReadItem): AnswerForm | null {
  const sides = (splitTopLevel(text, equals) ?? []).map((piece) => piece.text.trim());
  const [first = '', last = ''] = [sides[0], sides.at(-1)];
  if (sides.length < 2 || first === '' || last === '') return null;
  const [left, right] = [parseFormula(first), parseFormula(last)];
  const relation = left && right && sides.length === 2 ? { kind: 'relation', relation: '=', left, right } as const : null;
  if (isLabel(first)) return { kind: 'labelled', label: toLabelKey(first), of: read(last), relation };
  if (isName(last)) return { kind: 'labelled', label: toLabelKey(last), of: read(first), relation };
  const outcome = left && listNames(left).length > 0 ? null : read(last);
  return outcome?.kind === 'number' ? { kind: 'labelled', label: toLabelKey(first), of: outcome, relation: null } : relation;
}
