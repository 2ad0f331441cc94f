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

/**
 * The strips that separate columns: the fewest that hit every wide space of every line, those in most wide spaces first.
 * A strip that only runs between two words of a label where other lines are wide anyway is thereby left out.
 * `least`: the narrowest space that one of them runs through.
 */
export function keepSeparators(gaps: readonly Gap[], lines: readonly TextLine[], em: number): { gaps: Gap[]; least: number } {
  const strips = gaps.filter((gap) => Number.isFinite(gap.start) && Number.isFinite(gap.end)).map((gap) => {
    const spaces = lines.map((line) => spaceAround(line, (gap.start + gap.end) / 2));
    const wide = spaces.flatMap((space, at) => (space !== null && space.width >= LEAST_SPACE * em ? [`${at}:${space.next}`] : []));
    return { gap, wide, shared: spaces.filter((space) => space !== null).length, least: Math.min(...spaces.map((space) => space?.width ?? Infinity)) };
  }).filter((strip) => strip.shared >= 2);
  const open = new Set(strips.flatMap((strip) => strip.wide));
  const kept: Gap[] = [];
  let least = Infinity;
  while (open.size > 0) {
    const ranked = strips.map((strip) => ({ ...strip, hits: strip.wide.filter((space) => open.has(space)).length }))
      .sort((a, b) => b.hits - a.hits || b.least - a.least || (b.gap.end - b.gap.start) - (a.gap.end - a.gap.start));
    const [best] = ranked;
    if (best === undefined || best.hits === 0) break;
    kept.push(best.gap);
    least = Math.min(least, best.least);
    for (const space of best.wide) open.delete(space);
  }
  return { gaps: kept.sort((a, b) => a.start - b.start), least };
}

/** The space of a line at x: its width, and the index of the word after it. Null at the ends of the line. */
function spaceAround(line: TextLine, x: number): { width: number; next: number } | null {
  const next = line.findIndex(({ place: { box } }) => box.x + box.width / 2 > x);
  const after = line[next];
  const before = line[next - 1];
  return after === undefined || before === undefined ? null : { width: after.place.box.x - rightOf(before.place.box), next };
}
