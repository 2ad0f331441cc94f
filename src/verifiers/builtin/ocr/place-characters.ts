import type { ReadCharacter } from './ctc-decode.js';
import type { InkColumns } from './ink-columns.js';

/** A character with the ink that is its own, in pixels of the line crop; edges between pixels, end exclusive. */
export interface PlacedCharacter extends ReadCharacter {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Gives each character its ink: the line is cut in the middle of the widest blank run between the middles of two
 * characters (halfway, where they touch), and each piece shrinks to its ink. Spaces are passed over, not placed.
 */
export function placeCharacters(line: readonly ReadCharacter[], ink: InkColumns): PlacedCharacter[] {
  const visible = line.filter(({ text }) => text.trim() !== '');
  const middles = visible.map(({ position }) => Math.min(ink.width - 1, Math.max(0, position * ink.width)));
  const cuts = middles.slice(1).map((middle, i) => findCut(ink, middles[i] ?? 0, middle));
  const reach = Math.max(...middles.slice(1).map((middle, i) => middle - (middles[i] ?? 0)), ink.height / 2);
  return visible.map((character, i) => {
    const from = cuts[i - 1] ?? Math.max(0, (middles[i] ?? 0) - reach);
    const to = cuts[i] ?? Math.min(ink.width, (middles[i] ?? 0) + reach);
    return { ...character, ...shrinkToInk(ink, Math.floor(from), Math.ceil(to)) };
  });
}

/** The middle of the widest blank run between two places; halfway when there is none. */
function findCut(ink: InkColumns, from: number, to: number): number {
  let best = { start: (from + to) / 2, length: 0 };
  let start = Math.floor(from);
  for (let x = start; x <= to; x++) {
    if ((ink.counts[x] ?? 0) > 0) start = x + 1;
    else if (x + 1 - start > best.length) best = { start, length: x + 1 - start };
  }
  return best.start + best.length / 2;
}

/** The ink within a range of columns; the whole range where there is none. */
function shrinkToInk(ink: InkColumns, from: number, to: number): Pick<PlacedCharacter, 'left' | 'right' | 'top' | 'bottom'> {
  let [left, right, top, bottom] = [to, from, ink.height, 0];
  for (let x = Math.max(0, from); x < Math.min(ink.width, to); x++) {
    if ((ink.counts[x] ?? 0) === 0) continue;
    left = Math.min(left, x);
    right = x + 1;
    top = Math.min(top, ink.tops[x] ?? top);
    bottom = Math.max(bottom, (ink.bottoms[x] ?? -1) + 1);
  }
  return left < right ? { left, right, top, bottom } : { left: from, right: to, top: 0, bottom: ink.height };
}
