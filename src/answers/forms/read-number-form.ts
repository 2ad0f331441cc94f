import { readAnswerValue } from '../read-answer-value.js';
import type { AnswerForm } from './answer-form.js';
import { evaluateFormula, listNames, parseFormula } from './parse-formula.js';
import { peelUnit } from './peel-unit.js';

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const spoken = new RegExp(`^(?:(${tens.join('|')})(?:[ -](${small.slice(1, 10).join('|')}))?|(${small.join('|')}))(?=\\s|$)`, 'i');

/** A number or a formula, with its unit; null when the text is neither. */
export function readNumberForm(cleaned: string): AnswerForm | null {
  const digits = cleaned.replace(spoken, spell);
  const plain = readAnswerValue(digits);
  if (plain !== null) return { kind: 'number', value: plain };
  const { body, unit } = peelUnit(digits);
  const expression = parseFormula(body);
  if (expression === null) return null;
  const value = evaluateFormula(expression);
  if (value !== null) return { kind: 'number', value: { value, decimals: null, unit, percent: false } };
  return listNames(expression).length > 0 ? { kind: 'formula', expression } : null;
}

/** "twenty-one" as digits. */
function spell(_: string, ten: string | undefined, one: string | undefined, whole: string | undefined): string {
  const place = (list: readonly string[], word: string | undefined): number => (word === undefined ? 0 : list.indexOf(word.toLowerCase()));
  return `${whole === undefined ? (place(tens, ten) + 2) * 10 + place(small, one) : place(small, whole)}`;
}
