import { findQuantities } from '../../maths/find-quantities.js';
import { toNumber } from '../../maths/rational.js';
import type { Constraint } from '../../schema/index.js';
import type { FactUnit } from './fact-unit.js';

/** The share of a sentence's telling words that a claim must have to speak of the same. */
const HALF = 0.5;

/** What a claim says, as far as that can be told from its words. */
interface SaidWords { words: ReadonlySet<string>; numbers: ReadonlySet<number> }

/**
 * Makes a test of whether any claim may use a fact, whatever the verifier: the fact and a claim share a number, or a claim names what
 * the fact is about (the label of a value, a row or column, a thing in a relation, half of the words of a sentence).
 * Doubt counts as used, so that facts called unused surely are.
 */
export function findUsedFacts(claims: readonly string[]): (unit: FactUnit) => boolean {
  const said = claims.map(read);
  return (unit) => {
    const { names, text } = unit.part === 'constraints' ? aboutOf(unit.constraint) : { names: [], text: unit.text };
    const own = read(text);
    const telling = [...own.words].filter((word) => word.length > 2);
    return said.some(({ words, numbers }) =>
      [...own.numbers].some((number) => numbers.has(number))
      || names.some((name) => isNamed(name, words))
      || (telling.length > 0 && telling.filter((word) => words.has(word)).length >= HALF * telling.length));
  };
}

/** What a constraint is about, by name, and what it says. Of the labels of a value only the most specific one names it: many share a column. */
function aboutOf(constraint: Constraint): { names: readonly string[]; text: string } {
  switch (constraint.type) {
    case 'numeric': return { names: constraint.subject.slice(0, 1), text: constraint.text };
    case 'text': return { names: [], text: constraint.text };
    case 'relation': return { names: constraint.arguments, text: constraint.predicate };
    case 'structure': return { names: [...(constraint.rows ?? []), ...(constraint.columns ?? [])], text: constraint.summary };
  }
}

function read(text: string): SaidWords {
  const words = new Set(text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return { words, numbers: new Set(findQuantities(text).map(({ value }) => toNumber(value))) };
}

function isNamed(name: string, words: ReadonlySet<string>): boolean {
  const parts = [...read(name).words];
  return parts.length > 0 && parts.every((part) => words.has(part));
}
