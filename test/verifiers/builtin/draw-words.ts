import type { PrintedWord } from '../../../src/schema/index.js';

/** Width of a character and of a space, and height of a word, in pixels. */
const CHARACTER = 8;
const SPACE = 5;
const HEIGHT = 12;

/** The words of a phrase whose first character stands at x, y, as a reader would give them. */
export function drawPhrase(text: string, x: number, y: number, options: { image?: number; confidence?: number } = {}): PrintedWord[] {
  const { image = 0, confidence = 0.99 } = options;
  let left = x;
  return text.split(' ').filter((word) => word !== '').map((word) => {
    const box = { x: left, y, width: word.length * CHARACTER, height: HEIGHT };
    left += box.width + SPACE;
    return { text: word, alternatives: [], confidence, place: { image, box }, line: 0 };
  });
}

const widthOf = (text: string): number => text.length * CHARACTER;

export interface DrawTableOptions {
  title?: string;
  x?: number;
  y?: number;
  image?: number;
  /** Space between the widest cells of two columns. */
  padding?: number;
  rowPitch?: number;
  /** Text at the left, the middle or the right of its column. */
  align?: 'left' | 'centre' | 'right';
}

/** Lays a table out as printed matter does: columns as wide as their widest cell. Empty cells stay empty. */
export function drawTable(rows: readonly (readonly string[])[], options: DrawTableOptions = {}): PrintedWord[] {
  const { title, x = 10, y = 10, image = 0, padding = 24, rowPitch = 26, align = 'left' } = options;
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lefts = widths.map((_, column) => x + widths.slice(0, column).reduce((sum, width) => sum + width + padding, 0));
  const total = widths.reduce((sum, width) => sum + width, 0) + padding * (widths.length - 1);
  const top = title === undefined ? y : y + rowPitch;
  const share = { left: 0, centre: 0.5, right: 1 }[align];
  return [
    ...(title === undefined ? [] : drawPhrase(title, x + (total - widthOf(title)) / 2, y, { image })),
    ...rows.flatMap((row, r) => row.flatMap((text, c) => drawPhrase(text, (lefts[c] ?? 0) + share * ((widths[c] ?? 0) - widthOf(text)), top + r * rowPitch, { image }))),
  ];
}
