import { rightOf } from './boxes.js';
import type { TextLine } from './group-lines.js';

/** A vertical strip, in pixels, that no word of a run of lines touches. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** How far a box may reach into a gap, in text heights: readers draw boxes a little too wide. */
const SLACK = 0.12;
/** The least width of a strip, and of the widest space around it in one of the lines, in text heights. */
const LEAST_STRIP = 0.05;
const LEAST_SPACE = 0.85;

/** The strips that stay free when one more line is added. */
export function narrowGaps(gaps: readonly Gap[], line: TextLine, em: number): Gap[] {
  let left = [...gaps];
  for (const { place: { box } } of line) {
    const slack = Math.min(SLACK * em, box.width / 4);
    const [start, end] = [box.x + slack, rightOf(box) - slack];
    left = left.flatMap((gap) => {
      if (end <= gap.start || start >= gap.end) return [gap];
      return [{ start: gap.start, end: Math.min(gap.end, start) }, { start: Math.max(gap.start, end), end: gap.end }].filter((part) => part.end - part.start > LEAST_STRIP * em);
    });
  }
  return left;
}

/** The strips that separate columns: text on both sides in at least two lines, and a space wider than one between words. */
export function keepSeparators(gaps: readonly Gap[], lines: readonly TextLine[], em: number): Gap[] {
  return gaps.filter((gap) => {
    const spaces = lines.map((line) => spaceAround(line, (gap.start + gap.end) / 2)).filter((space) => space !== null);
    return spaces.length >= 2 && Math.max(...spaces) >= LEAST_SPACE * em;
  });
}

function spaceAround(line: TextLine, x: number): number | null {
  const next = line.findIndex(({ place: { box } }) => box.x + box.width / 2 > x);
  const after = line[next];
  const before = line[next - 1];
  return after === undefined || before === undefined ? null : after.place.box.x - rightOf(before.place.box);
}
