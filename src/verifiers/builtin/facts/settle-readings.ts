import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import { readCell } from './read-cell.js';

/** Confidence of a reading that was changed to fit its column: read, but not surely. */
const SETTLED = 0.7;

/** Among columns of values, reads a cell as the value that its alternatives offer: "o" under "9" and "18" is "0". */
export function settleReadings(rows: readonly Row[]): Row[] {
  const columns = rows[0]?.length ?? 0;
  // The first row may be a header.
  const numeric = Array.from({ length: columns }, (_, column) => {
    const cells = rows.slice(1).flatMap((row) => row[column] ?? []);
    return cells.length >= 3 && cells.filter(isValue).length >= Math.max(2, 0.6 * cells.length);
  });
  return rows.map((row) => row.map((cell, column) => (cell === null || numeric[column] !== true || isValue(cell) ? cell : settleCell(cell))));
}

/** Only short texts: a header keeps its words. */
function settleCell(cell: Cell): Cell {
  const other = cell.text.length > 6 ? undefined : cell.alternatives.find((text) => readCell(text).kind === 'number');
  if (other === undefined) return cell;
  return { ...cell, text: other, alternatives: [cell.text, ...cell.alternatives.filter((text) => text !== other)], confidence: Math.min(cell.confidence, SETTLED) };
}

const isValue = (cell: Cell): boolean => ['number', 'time'].includes(readCell(cell.text).kind);
