import type { AnswerForm } from './answer-form.js';
import { listNames, parseFormula } from './parse-formula.js';
import type { ReadItem } from './read-forms.js';
import { splitTopLevel } from './split-top-level.js';

const equals = /\s*(?:==?|≈|\\approx(?![a-zA-Z])|\\simeq(?![a-zA-Z]))\s*/y;
const colon = /\s*:\s*/y;
const name = /^(?:\\[a-zA-Z]{2,10}|[a-zA-Z]{1,4}|\\(?:angle|overline)\s?\{?\s?[A-Z]{1,3}\}?)(?:_\{?\w{1,8}\}?)?'?$/;
const applied = /^\\?[a-zA-Z]{1,3}'?\s?\([^()]{1,30}\)$/;
const words = /^(?:\\(?:text|mathrm|textbf)\s?\{)?\p{L}[\p{L} .'_-]{1,60}\}?$/u;
const tupleOfNames = /^\(\s*[a-zA-Z]\w?(?:_\{?\w+\}?)?(?:\s*,\s*[a-zA-Z]\w?(?:_\{?\w+\}?)?){1,5}\s*\)$/;
const said = /^((?:the )?\p{L}[\p{L} '-]{0,60}?)\s(?:is|are|equals)(?: equal to)?\s(.{1,400})$/isu;

/** What a label names ("x = 3", "Area $=12$", "range: [0, 2]", "f(x) = 2x", "the area is 5"), or an equation; null for neither. */
export function readLabelled(text: string, read: ReadItem): AnswerForm | null {
  return readEquation(text, read) ?? readColon(text, read) ?? readSaid(text, read);
}

/** Of a chain a = b = c the last part is what is said. */
function readEquation(text: string, read: ReadItem): AnswerForm | null {
  const sides = (splitTopLevel(text, equals) ?? []).map((piece) => piece.text.trim());
  const [first = '', last = ''] = [sides[0], sides.at(-1)];
  if (sides.length < 2 || first === '' || last === '') return null;
  const [left, right] = [first, last].map((side) => parseFormula(side));
  const relation = left && right && sides.length === 2 ? { kind: 'relation', relation: '=', left, right } as const : null;
  if (isLabel(first)) return { kind: 'labelled', label: toKey(first), of: read(last), relation };
  if (name.test(last)) return { kind: 'labelled', label: toKey(last), of: read(first), relation };
  const of = left && listNames(left).length > 0 ? null : read(last);
  // "5 + 3 = 8", "39 - 22 = 17 apples", "circumference + 4 = 6π": a calculation, of which the last part is the outcome.
  return of?.kind === 'number' ? { kind: 'labelled', label: toKey(first), of, relation: null } : relation;
}

function readColon(text: string, read: ReadItem): AnswerForm | null {
  const [label, ...rest] = splitTopLevel(text, colon) ?? [];
  const body = rest[0]?.text.trim() ?? '';
  return label !== undefined && rest.length === 1 && body !== '' && words.test(label.text) ? { kind: 'labelled', label: toKey(label.text), of: read(body), relation: null } : null;
}

function readSaid(text: string, read: ReadItem): AnswerForm | null {
  const match = said.exec(text);
  const of = match === null ? null : read(match[2] ?? '');
  return of === null || of.kind === 'words' || of.kind === 'labelled' ? null : { kind: 'labelled', label: toKey(match?.[1] ?? ''), of, relation: null };
}

const isLabel = (text: string): boolean => name.test(text) || applied.test(text) || words.test(text) || tupleOfNames.test(text);
const toKey = (label: string): string => label.replace(/\\(?:text|mathrm|textbf)/g, '').replace(/[\s{}\\]/g, '').toLowerCase();
