import { rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import { median } from './median.js';
import { readCell } from './read-cell.js';

/** Spaces between the words of a title are below this many text heights, its own where it is set larger. */
const WORD_SPACE = 0.6;
/** Typefaces with letters of one width have wider ones, but all alike. */
const EVEN_SPACE = 1.2;
const ALIKE = 1.5;

/** Takes a title off the top of the rows: a first line without wide spaces whose words only happen to fall to both sides of a gap, above the header. */
export function splitTitle(rows: readonly Row[], em: number): { title: Cell | null; rows: readonly Row[] } {
  const [first, second, third] = rows;
  if (first === undefined || second === undefined || third === undefined) return { title: null, rows };
  const filled = first.filter((cell) => cell !== null);
  const header = second.every((cell) => cell === null || readCell(cell.text).kind === 'text') && third.some((cell) => cell !== null && readCell(cell.text).kind !== 'text');
  const size = Math.max(em, median(filled.map((cell) => cell.place.box.height)));
  const words = filled.flatMap((cell) => cell.words).toSorted((a, b) => a.place.box.x - b.place.box.x);
  const spaces = words.slice(1).map((word, at) => word.place.box.x - rightOf(words[at]?.place.box ?? word.place.box));
  const widest = Math.max(...spaces);
  const tight = widest < WORD_SPACE * size || (spaces.length >= 2 && widest < EVEN_SPACE * size && widest <= ALIKE * Math.min(...spaces));
  const text = filled.every((cell) => readCell(cell.text).kind === 'text');
  return header && tight && text ? { title: joinWords(filled.flatMap((cell) => cell.words)), rows: rows.slice(1) } : { title: null, rows };
}
