import type { PrintedWord } from '../../../schema/index.js';
import { centreY } from './boxes.js';
import { median } from './median.js';

/** Words that share a height on the page, left to right. */
export type TextLine = readonly PrintedWord[];

/**
 * Groups words into the lines of the page, top to bottom: a word belongs to the line whose mean centre is
 * less than half a text height away. Reader lines are not trusted, as they may end at a ruled border.
 */
export function groupLines(words: readonly PrintedWord[]): TextLine[] {
  const sorted = [...words].sort((a, b) => centreY(a.place.box) - centreY(b.place.box) || a.place.box.x - b.place.box.x);
  const lines: { words: PrintedWord[]; centre: number; height: number }[] = [];
  for (const word of sorted) {
    const { box } = word.place;
    const line = lines.at(-1);
    if (line !== undefined && centreY(box) - line.centre < 0.5 * Math.min(line.height, Math.max(box.height, 0.6 * line.height))) {
      line.words.push(word);
      line.centre += (centreY(box) - line.centre) / line.words.length;
      line.height = median(line.words.map((one) => one.place.box.height));
    } else {
      lines.push({ words: [word], centre: centreY(box), height: box.height });
    }
  }
  return lines.map((line) => line.words.sort((a, b) => a.place.box.x - b.place.box.x || a.place.box.y - b.place.box.y));
}
