import { centreX, centreY } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import type { Gap } from './column-gaps.js';
import type { Grid } from './find-grids.js';
import type { TextLine } from './group-lines.js';
import { median } from './median.js';
import { readCell } from './read-cell.js';

/** A row of a table: one cell or null per column. */
export type Row = readonly (Cell | null)[];

/** Lines of one wrapped cell stand closer than rows do: below this share of the usual pitch, and of this many text heights. */
const CLOSE_TO_USUAL = 0.87;
const CLOSE_TO_HEIGHT = 1.5;
/** Two lines of words over a table of values are one header even when they stand nearly as far apart as rows. */
const CLOSE_IN_HEADER = 0.95;

/** Cuts the lines of a grid into cells by its gaps, and puts wrapped lines back into their rows. */
export function cutRows(grid: Grid, em: number): Row[] {
  const rows = grid.lines.map((line) => cutLine(line, grid.gaps));
  const middles = grid.lines.map((line) => median(line.map((word) => centreY(word.place.box))));
  const pitches = middles.slice(1).map((middle, at) => middle - (middles[at] ?? 0));
  const usual = median(pitches);
  const closest = Math.min(CLOSE_TO_USUAL * usual, CLOSE_TO_HEIGHT * em);
  const merged: Row[] = [];
  rows.forEach((row, at) => {
    const above = merged.at(-1);
    const pitch = pitches[at - 1] ?? Infinity;
    const isHeader = at === 1 && pitch < CLOSE_IN_HEADER * usual && rows.slice(0, 2).every((line) => isWords(line) && !line.includes(null)) && !isWords(rows[2] ?? []);
    const close = pitch < closest || isHeader;
    if (above !== undefined && close && (isWrapped(row) || isWrapped(above) || (isWords(row) && isWords(above)))) merged[merged.length - 1] = mergeRows(above, row);
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
  return isWords(row) && row.includes(null);
}

const isWords = (row: Row): boolean => row.every((cell) => cell === null || readCell(cell.text).kind === 'text');

const mergeRows = (above: Row, below: Row): Row => above.map((cell, column) => {
  const words = [...(cell?.words ?? []), ...(below[column]?.words ?? [])];
  return words.length === 0 ? null : joinWords(words);
});
