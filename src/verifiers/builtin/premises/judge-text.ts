import type { Constraint, NumericConstraint } from '../../../schema/index.js';
import { describePlace } from './describe-place.js';
import { findNamed } from './find-named.js';
import { nothingSeen } from './finding.js';
import type { Finding } from './finding.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';
import { tokenise } from './tokenise.js';

const SURE = 0.8;
const quoted = /["“”]([^"“”]{1,200})["“”]|(?<![\p{L}\d])['‘]([^'‘’]{1,200})['’](?!\p{L})/gu;
const saysTitle = /\b(?:title|titled|heading|entitled)\b/i;

/** Judges an assertion without a number: quoted print, or words that stand in a named cell. */
export function judgeText(assertion: Assertion, book: LabelBook): Finding {
  const quotes = [...assertion.text.matchAll(quoted)].map((match) => match[1] ?? match[2] ?? '');
  if (quotes.length > 0) return judgeQuote(quotes, assertion, book);
  const named = findNamed(assertion, book);
  const cells = named.constraints.filter((constraint) => constraint.value === null && /\p{L}{2}/u.test(constraint.text));
  return named.byLabel && cells.length > 0 ? judgeWords(cells, assertion, book, named.full) : nothingSeen(`"${assertion.text}" says nothing that print could show.`);
}

/** Printed text is supported where it is read; a title can also be contradicted, as there is one place for it. */
function judgeQuote(quotes: readonly string[], assertion: Assertion, book: LabelBook): Finding {
  const found = quotes.map((quote) => book.constraints.find((constraint) => textsOf(constraint).some((text) => isSameText(text, quote))));
  const [first] = found;
  if (first !== undefined && found.every((constraint) => constraint !== undefined)) {
    return { observable: true, support: Math.min(...found.map((constraint) => constraint?.confidence ?? 0)), conflict: 0, evidence: [{ stance: 'support', text: `"${quotes.join('", "')}" is printed.`, constraintId: first.id, places: first.places }] };
  }
  const titles = book.constraints.filter((constraint) => constraint.type === 'text' && constraint.kind === 'title');
  const [title] = titles;
  if (titles.length !== 1 || title?.type !== 'text' || title.confidence < SURE || !saysTitle.test(assertion.text) || assertion.derived || quotes.length > 1 || isNearText(title.text, quotes[0] ?? '')) return nothingSeen(`"${quotes.join('", "')}" was not read anywhere.`);
  return { observable: true, support: 0, conflict: title.confidence, evidence: [{ stance: 'conflict', text: `The title reads "${title.text}", not "${quotes[0]}".`, constraintId: title.id, places: title.places }] };
}

/** A cell that holds words: supported when the claim says them, contradicted when it says the words of another cell of the column. */
function judgeWords(cells: readonly NumericConstraint[], assertion: Assertion, book: LabelBook, full: boolean): Finding {
  const says = (text: string): boolean => tokenise(text).length > 0 && tokenise(text).every((token) => assertion.stems.includes(token.stem));
  const hit = cells.find((cell) => says(cell.text));
  if (hit !== undefined) return { observable: true, support: hit.confidence, conflict: 0, evidence: [{ stance: 'support', text: `${describePlace(hit)} reads ${hit.text}.`, constraintId: hit.id, places: hit.places }] };
  const [cell] = cells;
  const others = book.named.filter((other) => other.kind === 'table-cell' && other.subject[1] === cell?.subject[1] && other.text !== cell?.text && says(other.text));
  if (cell === undefined || cells.length > 1 || cell.subject.length < 2 || cell.confidence < SURE || !full || assertion.derived || others.length === 0 || assertion.unexplained.length > 1) {
    return nothingSeen(`"${assertion.text}" names a cell, but not words that were read there.`);
  }
  return { observable: true, support: 0, conflict: cell.confidence, evidence: [{ stance: 'conflict', text: `${describePlace(cell)} reads ${cell.text}, not ${others[0]?.text}.`, constraintId: cell.id, places: cell.places }] };
}

const textsOf = (constraint: Constraint): string[] => (constraint.type === 'text' || constraint.type === 'numeric' ? [constraint.text, ...constraint.alternatives] : []);
const plain = (text: string): string => tokenise(text).map((token) => token.stem).join(' ');
const isSameText = (printed: string, claimed: string): boolean => plain(printed) !== '' && plain(printed) === plain(claimed);
/** Whether half of the words agree: then the reader may have missed a part. */
const isNearText = (printed: string, claimed: string): boolean => {
  const [a, b] = [tokenise(printed).map((token) => token.stem), tokenise(claimed).map((token) => token.stem)];
  return a.filter((stem) => b.includes(stem)).length >= 0.5 * Math.min(a.length, b.length);
};
