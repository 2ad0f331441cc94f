import type { PrintedWord } from '../../../schema/index.js';
import { centreX, rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Table } from './detect-tables.js';
import { groupLines } from './group-lines.js';
import type { TextLine } from './group-lines.js';

/**
 * Finds stem-and-leaf plots: a line with the headers Stem and Leaf, and the lines of digits below it. They are looked
 * for before tables, because widely set leaves look like columns.
 */
export function findStemLeaf(words: readonly PrintedWord[]): { plots: Table[]; rest: PrintedWord[] } {
  const lines = groupLines(words);
  const plots: Table[] = [];
  const used = new Set<PrintedWord>();
  lines.forEach((line, at) => {
    const [stem, leaf, ...more] = line;
    if (stem === undefined || leaf === undefined || more.length > 0 || !/^stems?$/i.test(stem.text) || !/^lea(?:f|ves)$/i.test(leaf.text)) return;
    const border = (rightOf(stem.place.box) + leaf.place.box.x) / 2;
    const end = lines.findIndex((other, index) => index > at && !isRow(other, border));
    const rows = lines.slice(at + 1, end === -1 ? lines.length : end);
    if (rows.length === 0) return;
    const above = lines[at - 1];
    const title = above !== undefined && above.some((word) => /\p{L}{2}/u.test(word.text)) ? joinWords(above) : null;
    const body = rows.map((row) => [row.filter((word) => centreX(word.place.box) < border), row.filter((word) => centreX(word.place.box) >= border)]
      .map((part) => (part.length === 0 ? null : joinWords(part))));
    plots.push({ title, header: [joinWords([stem]), joinWords([leaf])], body });
    for (const word of [...line, ...rows.flat(), ...(title?.words ?? [])]) used.add(word);
  });
  return { plots, rest: words.filter((word) => !used.has(word)) };
}

/** A row has a stem of digits left of the border; its leaves may have been misread. */
const isRow = (line: TextLine, border: number): boolean => {
  const stem = line.filter((word) => centreX(word.place.box) < border);
  return stem.length === 1 && /^\d{1,3}$/.test(stem[0]?.text ?? '') && line.every((word) => word.text.length <= 40 && !/\p{L}{3}/u.test(word.text));
};
