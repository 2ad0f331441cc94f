import { uniteBoxes, bottomOf, centreX, rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import { countHeaderRows } from './find-header.js';
import { cutRows } from './cut-rows.js';
import type { Row } from './cut-rows.js';
import { findGrids } from './find-grids.js';
import type { Grid } from './find-grids.js';
import { groupLines } from './group-lines.js';
import type { TextLine } from './group-lines.js';
import { dropLinesAbove } from './drop-lines-above.js';
import { dropNoise } from './drop-noise.js';
import { isTable } from './is-table.js';
import { settleReadings } from './settle-readings.js';
import { splitTitle } from './split-title.js';
import { findTextHeight } from './text-height.js';
import type { PrintedWord } from '../../../schema/index.js';

/** A table as printed. Every row has one entry per column. */
export interface Table {
  readonly title: Cell | null;
  readonly header: Row | null;
  readonly body: readonly Row[];
}

const LEAST_SURE = 0.7;

/** Finds the tables among the words of one image, top to bottom, and the words that belong to none. */
export function detectTables(words: readonly PrintedWord[]): { tables: Table[]; rest: PrintedWord[] } {
  const em = findTextHeight(words);
  const lines = groupLines(words.filter((word) => !isMark(word)));
  const used = new Set<PrintedWord>();
  const tables: Table[] = [];
  for (const { grid, split, rows } of findTableRows(lines, em)) {
    const kept = rows.flatMap((row) => row.flatMap((cell) => cell?.words ?? []));
    const title = split.title ?? findTitle(lines.slice(0, grid.to), kept, em);
    for (const word of [...kept, ...(title?.words ?? [])]) used.add(word);
    const headers = countHeaderRows(rows);
    tables.push({ title, header: headers === 0 ? null : (rows[0] ?? null), body: rows.slice(headers) });
  }
  return { tables, rest: words.filter((word) => !used.has(word)) };
}

/** So many lines of a drawing that stands over a table are taken off. */
const MOST_CUTS = 8;

interface TableRows {
  grid: Grid;
  split: ReturnType<typeof splitTitle>;
  rows: readonly Row[];
}

/** The rows of the grids that are tables. Below the first line of one that is none all is looked at anew: labels of a drawing may stand in the columns of a table under it. */
function findTableRows(lines: readonly TextLine[], em: number, offset = 0, cuts = MOST_CUTS): TableRows[] {
  const found: TableRows[] = [];
  for (const grid of findGrids(lines, em, offset)) {
    const split = splitTitle(dropLinesAbove(trimRows(dropNoise(cutRows(grid, em)))), em);
    const rows = settleReadings(split.rows);
    if (isTable(rows, em)) found.push({ grid, split, rows });
    else if (cuts > 0 && grid.lines.length > 2) return [...found, ...findTableRows(lines.slice(grid.from + 1 - offset), em, grid.from + 1, cuts - 1)];
  }
  return found;
}

/** A lone point is a speck; a lone capital or sign that was hardly read is a bit of a border; those that digits are mistaken for stay. */
const isMark = ({ text, confidence }: PrintedWord): boolean => /^[.,·'`]$/.test(text) || confidence < LEAST_SURE && /^[\p{Lu}\p{P}]$/u.test(text) && !/^[OISZB?-]$/.test(text);

/** Leaves out lines with a single cell above the rows: captions that happen not to cross a gap. Below, a label without a value is still a row. */
function trimRows(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex((row) => row.filter((cell) => cell !== null).length >= 2);
  return first === -1 ? [] : rows.slice(first);
}

/** The line right above a table that lies over its width. */
function findTitle(lines: readonly TextLine[], kept: readonly PrintedWord[], em: number): Cell | null {
  const box = uniteBoxes(kept.map((word) => word.place.box));
  const above = lines.findLast((line) => line.every((word) => bottomOf(word.place.box) <= box.y + 0.3 * em));
  if (above === undefined) return null;
  const cell = joinWords(above);
  const middle = centreX(cell.place.box);
  const near = box.y - bottomOf(cell.place.box) < 2.5 * em;
  return near && middle > box.x && middle < rightOf(box) && /\p{L}{2}/u.test(cell.text) ? cell : null;
}
