import type { PageWord } from './page-reading.js';
import type { LooseWord } from './read-boxes.js';

/** Words whose middles differ by less than this share of the smaller height stand on one line. */
const SAME_LINE = 0.5;

/** Groups words into printed lines, numbers the lines from top to bottom, and scales boxes to the pixels of the file. */
export function arrangeLines(words: readonly LooseWord[], scaleX: number, scaleY: number): PageWord[] {
  const lines: { middle: number; height: number; words: LooseWord[] }[] = [];
  const byMiddle = [...words].sort((a, b) => middleOf(a) - middleOf(b));
  for (const word of byMiddle) {
    const line = lines.findLast(({ middle, height }) => Math.abs(middleOf(word) - middle) < SAME_LINE * Math.min(height, word.box.height));
    if (!line) {
      lines.push({ middle: middleOf(word), height: word.box.height, words: [word] });
      continue;
    }
    line.words.push(word);
    line.middle += (middleOf(word) - line.middle) / line.words.length;
    line.height += (word.box.height - line.height) / line.words.length;
  }
  return lines
    .sort((a, b) => a.middle - b.middle)
    .flatMap((line, number) => line.words
      .sort((a, b) => a.box.x - b.box.x)
      .map((word) => ({ ...word, line: number, box: scaleBox(word.box, scaleX, scaleY) })));
}

/** The height of a word's middle. */
function middleOf({ box }: LooseWord): number {
  return box.y + box.height / 2;
}

/** A box in other units. */
function scaleBox({ x, y, width, height }: PageWord['box'], scaleX: number, scaleY: number): PageWord['box'] {
  return { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY };
}
