import type { AnswerForm, Brackets } from './answer-form.js';
import type { ReadItem } from './read-forms.js';
import { isEnclosed, splitTopLevel } from './split-top-level.js';

/** A comma before three digits belongs to a number, unless every comma is taken as one. */
const listed = /\s*(?:(?:,(?!(?<=\d,)\d{3}(?!\d))|;|↵)(?:\s*(?:and|or)\s)?|\s(?:and|or)\s|\s?&\s?)\s*/y;
const listedEvery = /\s*(?:,|;)\s*/y;
const united = /\s*(?:∪|\sU\s)\s*/y;
const brackets: Record<string, Brackets> = { '()': '()', '[]': '[]', '(]': '(]', '[)': '[)' };

/** A list, tuple, interval, set or union; null when the text is none. */
export function readCollection(text: string, read: ReadItem, everyComma: boolean): AnswerForm | null {
  const separator = everyComma ? listedEvery : listed;
  const listing = splitTopLevel(text, separator);
  if (listing === null) return null;
  if (listing.length > 1) return { kind: 'sequence', brackets: 'bare', items: readItems(listing, read) };
  const union = splitTopLevel(text, united) ?? [];
  if (union.length > 1) return { kind: 'set', items: readItems(union, read) };
  return isEnclosed(text) ? readEnclosed(text, read, separator) : null;
}

function readEnclosed(text: string, read: ReadItem, separator: RegExp): AnswerForm | null {
  const inside = text.slice(1, -1).trim();
  const isSet = /^[⦃{]/.test(text);
  const condition = isSet ? /^\s*\S{1,12}\s*(?:\||:|\\mid|\\vert)\s*(.+)$/s.exec(inside)?.[1] : undefined;
  if (condition !== undefined) return read(condition);
  const pieces = splitTopLevel(inside, separator) ?? [];
  if (isSet) return { kind: 'set', items: readItems(pieces, read) };
  // "(5)" is 5, and "[x]" is x.
  if (pieces.length < 2) return pieces.length === 0 ? null : read(inside);
  return { kind: 'sequence', brackets: brackets[`${text[0]}${text.at(-1)}`] ?? 'bare', items: readItems(pieces, read) };
}

const readItems = (pieces: readonly { text: string }[], read: ReadItem): AnswerForm[] =>
  pieces.filter(({ text }) => text.trim() !== '').map(({ text }) => read(text));
