import type { PageWord } from './page-reading.js';
import type { LooseWord } from './cut-into-words.js';

/** Words that overlap in height by this share of the lower one stand on one line. */
const SAME_LINE = 0.5;

interface Line {
  top: number;
  bottom: number;
  words: LooseWord[];
}

/** Groups words into printed lines, numbers the lines from top to bottom, and scales boxes to the pixels of the file. */
export function arrangeLines(words: readonly LooseWord[], scaleX: number, scaleY: number): PageWord[] {
  const lines: Line[] = [];
  // Tall words first: a line is as high as its capitals, so that an `a` and a `-` find it.
  for (const word of [...words].sort((a, b) => b.box.height - a.box.height)) {
    const top = word.box.y;
    const bottom = top + word.box.height;
    const line = findMost(lines, (candidate) => Math.min(bottom, candidate.bottom) - Math.max(top, candidate.top));
    if (line && Math.min(bottom, line.bottom) - Math.max(top, line.top) >= SAME_LINE * (bottom - top) && bottom - top > 0) line.words.push(word);
    else lines.push({ top, bottom, words: [word] });
  }
  return lines
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom)
    .flatMap((line, number) => line.words
      .sort((a, b) => a.box.x - b.box.x)
      .map((word) => ({ ...word, line: number, box: scaleBox(word.box, scaleX, scaleY) })));
}

/** The item with the largest measure. */
function findMost<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) > measure(best)) best = item;
  return best;
}

/** A box in other units. */
function scaleBox({ x, y, width, height }: PageWord['box'], scaleX: number, scaleY: number): PageWord['box'] {
  return { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY };
}
