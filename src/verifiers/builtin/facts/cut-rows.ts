import { bottomOf, centreX, uniteBoxes } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import type { Gap } from './column-gaps.js';
import type { Grid } from './find-grids.js';
import type { TextLine } from './group-lines.js';
import { median } from './median.js';
import { readCell } from './read-cell.js';

/** A row of a table: one cell or null per column. */
export type Row = readonly (Cell | null)[];

/** Cuts the lines of a grid into cells by its gaps, and puts wrapped lines back into their rows. */
export function cutRows(grid: Grid): Row[] {
  const rows = grid.lines.map((line) => cutLine(line, grid.gaps));
  const spaces = rows.slice(1).map((row, at) => topOf(row) - bottomOfRow(rows[at] ?? []));
  const usual = median(spaces);
  const merged: Row[] = [];
  rows.forEach((row, at) => {
    const above = merged.at(-1);
    const close = (spaces[at - 1] ?? Infinity) < 0.5 * usual;
    if (above !== undefined && close && (isWrapped(row) || isWrapped(above))) merged[merged.length - 1] = mergeRows(above, row);
    else merged.push(row);
  });
  return merged;
}

function cutLine(line: TextLine, gaps: readonly Gap[]): Row {
  const columns = Array.from({ length: gaps.length + 1 }, (): TextLine[number][] => []);
  for (const word of line) {
    const x = centreX(word.place.box);
    columns[gaps.filter((gap) => (gap.start + gap.end) / 2 < x).length]?.push(word);
  }
  return columns.map((words) => (words.length === 0 ? null : joinWords(words)));
}

/** Whether a row can be a part of a wrapped one: some cells are missing, and none of its own holds just a value. */
function isWrapped(row: Row): boolean {
  const cells = row.filter((cell) => cell !== null);
  return cells.length < row.length && cells.every((cell) => readCell(cell.text).kind === 'text');
}

const mergeRows = (above: Row, below: Row): Row => above.map((cell, column) => {
  const words = [...(cell?.words ?? []), ...(below[column]?.words ?? [])];
  return words.length === 0 ? null : joinWords(words);
});

const boxOf = (row: Row) => uniteBoxes(row.flatMap((cell) => (cell === null ? [] : [cell.place.box])));
const topOf = (row: Row): number => boxOf(row).y;
const bottomOfRow = (row: Row): number => bottomOf(boxOf(row));
