import { rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import { readCell } from './read-cell.js';

/** Spaces between the words of a title are below this many text heights. */
const WORD_SPACE = 0.6;

/** Takes a title off the top of the rows: a first line without wide spaces whose words only happen to fall to both sides of a gap, above the header. */
export function splitTitle(rows: readonly Row[], em: number): { title: Cell | null; rows: readonly Row[] } {
  const [first, second, third] = rows;
  if (first === undefined || second === undefined || third === undefined) return { title: null, rows };
  const filled = first.filter((cell) => cell !== null);
  const header = second.every((cell) => cell === null || readCell(cell.text).kind === 'text') && third.some((cell) => cell !== null && readCell(cell.text).kind !== 'text');
  const tight = filled.slice(1).every((cell, at) => cell.place.box.x - rightOf(filled[at]?.place.box ?? cell.place.box) < WORD_SPACE * em);
  const text = filled.every((cell) => readCell(cell.text).kind === 'text');
  return header && tight && text ? { title: joinWords(filled.flatMap((cell) => cell.words)), rows: rows.slice(1) } : { title: null, rows };
}
