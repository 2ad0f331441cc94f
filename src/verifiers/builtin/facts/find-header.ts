import type { Row } from './cut-rows.js';
import { readCell } from './read-cell.js';
import type { CellReading } from './read-cell.js';

const isYear = ({ kind, value, unit }: CellReading): boolean => kind === 'number' && unit === null && value !== null && Number.isInteger(value) && value >= 1500 && value <= 2100;
const isValue = ({ kind }: CellReading): boolean => kind === 'number' || kind === 'time';

/** How many rows at the top hold column headers: 0 or 1. */
export function countHeaderRows(rows: readonly Row[]): 0 | 1 {
  const [first, ...body] = rows.map((row) => row.map((cell) => (cell === null ? null : readCell(cell.text))));
  if (first === undefined || body.length === 0) return 0;
  const filled = first.filter((cell) => cell !== null);
  if (filled.length === 0) return 0;
  // A word over a column of values.
  const named = first.some((cell, column) => cell?.kind === 'text' && isMostly(body, column, isValue));
  // Values in the first row, below no word: only a header when the corner is empty, the values are years, or words stand under "1 day".
  const corner = first[0] === null && first.slice(1).every((cell) => cell !== null) && body.every((row) => row[0] != null);
  const years = first[0]?.kind === 'text' && first.slice(1).every((cell) => cell !== null && isYear(cell)) && !body.every((row) => row.slice(1).every((cell) => cell !== null && isYear(cell)));
  const acrossOnly = body.length === 1 && first.length >= 3 && [first, ...body].every((row) => row[0]?.kind === 'text' && row.slice(1).every((cell) => cell !== null));
  return named || corner || years || acrossOnly ? 1 : 0;
}

/** Whether the filled cells of a column are values, blanks apart. */
function isMostly(body: readonly (readonly (CellReading | null)[])[], column: number, holds: (cell: CellReading) => boolean): boolean {
  const cells = body.map((row) => row[column] ?? null).filter((cell) => cell !== null && cell.kind !== 'blank');
  return cells.length > 0 && cells.filter((cell) => cell !== null && holds(cell)).length >= 0.75 * cells.length;
}
