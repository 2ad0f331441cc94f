import type { PrintedWord } from '../../../schema/index.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import type { Table } from './detect-tables.js';
import { draftText } from './draft.js';
import type { Draft } from './draft.js';

const hasDigitsOnly = (leaves: Cell | null): boolean => /^[\d\s,]*$/.test(leaves?.text ?? '');

/** The constraints of a stem-and-leaf plot: each leaf is the number stem * 10 + leaf, named by its stem. */
export function describeStemLeaf({ title, header, body }: Table): Draft[] {
  // A row that was not read as digits stays out: no leaf is better than a wrong one.
  const stems = body.filter((row) => /^\d{1,3}$/.test(row[0]?.text ?? '') && hasDigitsOnly(leavesOf(row)));
  const rows = stems.map((row) => `${row[0]?.text} | ${digitsOf(row).join(' ')}`.trimEnd());
  const drafts = stems.flatMap((row): Draft[] => digitsOf(row).map((leaf) => ({
    type: 'numeric', kind: 'stem-leaf', subject: [`stem ${row[0]?.text}`], text: leaf, value: Number(row[0]?.text) * 10 + Number(leaf), unit: null,
    alternatives: [], confidence: Math.min(row[0]?.confidence ?? 0, leavesOf(row)?.confidence ?? 0), places: [leavesOf(row)?.place].filter((place) => place !== undefined),
  })));
  return [
    ...(title === null ? [] : [draftText(title, 'title')]),
    ...(header ?? []).flatMap((cell) => (cell === null ? [] : [draftText(cell, 'header')])),
    { type: 'structure', kind: 'stem-leaf', columns: (header ?? []).map((cell) => cell?.text ?? ''), rows, summary: `A stem-and-leaf plot with ${stems.length} stems and ${drafts.length} leaves.`, confidence: Math.min(1, ...drafts.map((draft) => draft.confidence)), places: [] },
    ...drafts,
  ];
}

/** All leaves of a row; wide spaces between leaves may have made several columns of them. */
function leavesOf(row: Row): Cell | null {
  const words: PrintedWord[] = row.slice(1).flatMap((cell) => cell?.words ?? []);
  return words.length === 0 ? null : joinWords(words);
}

/** A leaf is a single digit, however the reader grouped them. */
const digitsOf = (row: Row): string[] => leavesOf(row)?.text.match(/\d/g) ?? [];
