import type { PageWord } from './page-reading.js';
import type { LooseWord } from './cut-into-words.js';

/** Words that overlap in height by this share of the lower one stand on one line. */
const SAME_LINE = 0.5;

interface Line {
  top: number;
  bottom: number;
  words: LooseWord[];
}

/**
 * Groups words into printed lines, numbers the lines from top to bottom, and scales boxes to the pixels of the file.
 * Each strip of slanted or vertical print is a line of its own.
 */
export function arrangeLines(words: readonly LooseWord[], scaleX: number, scaleY: number): PageWord[] {
  const across = groupAcross(words.filter(({ strip }) => strip === null));
  return [...across, ...groupStrips(words)]
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom)
    .flatMap((line, number) => line.words.map(({ strip: _, ...word }) => ({ ...word, line: number, box: scaleBox(word.box, scaleX, scaleY) })));
}

/** Lines of print across, by overlap in height, each from left to right. */
function groupAcross(words: readonly LooseWord[]): Line[] {
  const lines: Line[] = [];
  // Tall words first: a line is as high as its capitals, so that an `a` and a `-` find it.
  for (const word of [...words].sort((a, b) => b.box.height - a.box.height)) {
    const top = word.box.y;
    const bottom = top + word.box.height;
    const line = findMost(lines, (candidate) => Math.min(bottom, candidate.bottom) - Math.max(top, candidate.top));
    if (line && Math.min(bottom, line.bottom) - Math.max(top, line.top) >= SAME_LINE * (bottom - top) && bottom - top > 0) line.words.push(word);
    else lines.push({ top, bottom, words: [word] });
  }
  for (const line of lines) line.words.sort((a, b) => a.box.x - b.box.x);
  return lines;
}

/** Lines of slanted and vertical print, each in its own reading order. */
function groupStrips(words: readonly LooseWord[]): Line[] {
  const strips = new Map<number, LooseWord[]>();
  for (const word of words) if (word.strip) strips.set(word.strip.index, [...(strips.get(word.strip.index) ?? []), word]);
  return [...strips.values()].map((members) => ({
    top: Math.min(...members.map(({ box }) => box.y)),
    bottom: Math.max(...members.map(({ box }) => box.y + box.height)),
    words: members.sort((a, b) => (a.strip?.order ?? 0) - (b.strip?.order ?? 0)),
  }));
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
