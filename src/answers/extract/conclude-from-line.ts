import { findQuantities, type Quantity } from '../../maths/find-quantities.js';
import { equal } from '../../maths/rational.js';
import { readAnswerValue } from '../read-answer-value.js';

const MAX_CHARACTERS = 1000;
const copula = /(?:=|\b(?:is|are|was|were|equals|be)\b)\s*/g;
const letter = /\(([A-J])\)|\b(?:option|choice)\s+\(?([A-J])\b/g;
/** A sentence that declines to answer may still hold a number. */
const declines = /\b(?:cannot|can['’]?t|could(?: not|n['’]t)|impossible|not possible|unable|insufficient|sorry|unclear)\b/i;
const truth = /^(?:yes|no|true|false)$/i;

/**
 * What a closing sentence comes to: the option it names, the value or yes/no behind its last verb or equals sign, or
 * the only number or price in it. Null when that is not clear. A line that is no sentence is not touched.
 */
export function concludeFromLine(line: string): string | null {
  if (line.length > MAX_CHARACTERS || !/\s\S+\s/.test(line) || declines.test(line)) return null;
  const letters = new Set([...line.matchAll(letter)].map(([, bracketed, named]) => bracketed ?? named ?? ''));
  const [only = ''] = letters;
  if (letters.size === 1) return only;
  const verb = [...line.matchAll(copula)].at(-1);
  const said = verb === undefined ? '' : line.slice(verb.index + verb[0].length).trim();
  if (truth.test(said) || (said !== '' && readAnswerValue(said) !== null)) return said;
  return findResult(line)?.text ?? null;
}

/** The quantity behind the last equals sign; else the only one, or the only price. */
function findResult(line: string): Quantity | null {
  const quantities = findQuantities(line);
  const equals = /=\s*(?=[^=]*$)/.exec(line);
  const result = equals === null ? undefined : quantities.find(({ start }) => start === equals.index + equals[0].length);
  if (result !== undefined) return result;
  const prices = quantities.filter(({ currency }) => currency !== null);
  const [first, ...others] = prices.length > 0 ? prices : quantities;
  return first !== undefined && others.every(({ kind, value }) => kind === first.kind && equal(value, first.value)) ? first : null;
}
