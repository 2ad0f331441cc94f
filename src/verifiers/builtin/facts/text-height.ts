import type { PrintedWord } from '../../../schema/index.js';

/** The usual height of printed words in pixels. Boxes of lone digits are often drawn too low, so the upper quarter of longer words counts. */
export function findTextHeight(words: readonly PrintedWord[]): number {
  const longer = words.filter((word) => word.text.length > 1);
  const heights = (longer.length === 0 ? words : longer).map((word) => word.place.box.height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.75)] ?? heights.at(-1) ?? 1;
}
