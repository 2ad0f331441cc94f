import { bottomOf, uniteBoxes } from './boxes.js';
import { keepSeparators, narrowGaps } from './column-gaps.js';
import type { Gap } from './column-gaps.js';
import type { TextLine } from './group-lines.js';

/** Consecutive lines whose words stand in the same columns. */
export interface Grid {
  readonly lines: readonly TextLine[];
  /** The strips between the columns, left to right: one fewer than columns. */
  readonly gaps: readonly Gap[];
  /** Index of the first line among all lines of the page, and of the line after the last. */
  readonly from: number;
  readonly to: number;
}

/** The largest space between two lines of one grid, in text heights. */
const FARTHEST = 9;
/** Columns that stand at least so many text heights apart in every line are worth more than one line. */
const CLEAR_SPACE = 0.6;
const CLEAR_BONUS = 1.5;
/** Lines looked at in one run: bounds the work on pages full of text. */
const MOST_LINES = 120;

/** Cuts the lines of a page into grids: the run with most lines times columns first, then what is left above and below. */
export function findGrids(lines: readonly TextLine[], em: number, offset = 0): Grid[] {
  const best = findBestGrid(lines, em, offset);
  if (best === null) return [];
  return [
    ...findGrids(lines.slice(0, best.from - offset), em, offset),
    best,
    ...findGrids(lines.slice(best.to - offset), em, best.to),
  ];
}

function findBestGrid(lines: readonly TextLine[], em: number, offset: number): Grid | null {
  const everywhere = { start: -Infinity, end: Infinity };
  let best: Grid | null = null;
  let bestScore = 0;
  for (let from = 0; from < lines.length; from += 1) {
    let free: Gap[] = [everywhere];
    let run = 0;
    for (let to = from; to < Math.min(lines.length, from + MOST_LINES); to += 1) {
      if (to > from && spaceBetween(lines[to - 1] ?? [], lines[to] ?? []) > FARTHEST * em) break;
      free = narrowGaps(free, lines[to] ?? [], em);
      // Only the margins are left: no later line can bring a column back.
      if (to > from && free.length <= 2) break;
      const { gaps, least } = keepSeparators(free, lines.slice(from, to + 1), em);
      // A line that closes a column does not belong to the table above it.
      if (to > from + 1 && gaps.length < run) break;
      run = gaps.length;
      const rows = lines.slice(from, to + 1).filter((line) => spansGap(line, gaps)).length;
      // A line whose only space at the gap is one between words (a title) must not decide where the gap is.
      const score = rows * run ** 1.5 + (least >= CLEAR_SPACE * em ? CLEAR_BONUS : 0);
      if (run > 0 && score > bestScore) [best, bestScore] = [{ lines: lines.slice(from, to + 1), gaps, from: offset + from, to: offset + to + 1 }, score];
    }
  }
  return best;
}

const spansGap = (line: TextLine, gaps: readonly Gap[]): boolean => gaps.some((gap) => line.some((word) => word.place.box.x < gap.start) && line.some((word) => word.place.box.x > gap.start));

function spaceBetween(above: TextLine, below: TextLine): number {
  const top = uniteBoxes(below.map((word) => word.place.box)).y;
  return top - bottomOf(uniteBoxes(above.map((word) => word.place.box)));
}
