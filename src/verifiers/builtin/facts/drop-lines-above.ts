import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import { readCell } from './read-cell.js';

const isValue = (cell: Cell | null | undefined): boolean => cell != null && ['number', 'time'].includes(readCell(cell.text).kind);
const isWord = (cell: Cell | null): boolean => cell !== null && readCell(cell.text).kind === 'text';

/**
 * Leaves out what stands above the header of a table (a page head, a title, numbers of a drawing), where the header is plain to see:
 * a line with a word in every column, right above the first whole line of a name and values.
 */
export function dropLinesAbove(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex((row) => isWord(row[0] ?? null) && row.length > 1 && row.slice(1).every(isValue));
  const header = rows[first - 1];
  return header === undefined || !header.every(isWord) ? rows : rows.slice(first - 1);
}
