import { centreY, uniteBoxes } from './boxes.js';
import type { Row } from './cut-rows.js';
import { median } from './median.js';
import { readCell } from './read-cell.js';

/** The usual distance of rows of words is below so many text heights; numbers alone may stand wider when evenly set. */
const FARTHEST = 3.8;
/** No two rows stand farther apart than so many usual distances: a rule over a total fits in. */
const WIDEST = 2.2;

/** Whether rows of cells are a table and not labels of a drawing that happen to align. */
export function isTable(rows: readonly Row[], em: number): boolean {
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2) return false;
  const cells = rows.flatMap((row) => row.filter((cell) => cell !== null));
  const kinds = cells.map((cell) => readCell(cell.text).kind);
  // Point letters, options "(A)" and stray marks.
  const marks = cells.filter((cell) => /^[^\p{L}\p{N}]*(?:\p{L}['′]?\d?)?[^\p{L}\p{N}]*$/u.test(cell.text) && readCell(cell.text).kind === 'text').length;
  const hasValues = Array.from({ length: columns - 1 }, (_, at) => rows.flatMap((row) => row[at + 1] ?? []).map((cell) => readCell(cell.text).kind))
    .some((column) => column.length >= 2 && column.filter((kind) => kind !== 'text').length >= 0.6 * column.length);
  const numbers = kinds.filter((kind) => kind !== 'text').length;
  const pitches = pitchesOf(rows);
  const usual = median(pitches);
  const isClose = usual <= FARTHEST * em && Math.max(...pitches) <= WIDEST * usual;
  const filled = cells.length / (rows.length * columns);
  // A grid of nothing but numbers, evenly set on both sides.
  if (numbers === cells.length) return filled >= 0.99 && rows.length >= 2 && isEven(pitches) && (isClose || rows.length >= 3);
  return filled >= (hasValues ? 0.5 : 0.85) && marks <= 0.34 * cells.length && isClose && (rows.length > 2 || (filled === 1 && hasValues));
}

function pitchesOf(rows: readonly Row[]): number[] {
  const centres = rows.map((row) => centreY(uniteBoxes(row.flatMap((cell) => (cell === null ? [] : [cell.place.box])))));
  return centres.slice(1).map((centre, at) => centre - (centres[at] ?? 0));
}

const isEven = (pitches: readonly number[]): boolean => pitches.every((pitch) => Math.abs(pitch - median(pitches)) <= 0.2 * median(pitches));
