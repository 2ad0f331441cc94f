import type { PrintedWord } from '../../../schema/index.js';
import { rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import { groupLines } from './group-lines.js';
import { findTextHeight } from './text-height.js';

/** A space wider than this, in text heights, ends a phrase. */
const WIDEST_SPACE = 0.8;

/** Joins words that stand close on one line to phrases, in reading order. */
export function cutPhrases(words: readonly PrintedWord[]): Cell[] {
  const em = findTextHeight(words);
  return groupLines(words).flatMap((line) => {
    const phrases: PrintedWord[][] = [];
    for (const word of line) {
      const last = phrases.at(-1);
      const before = last?.at(-1);
      if (last !== undefined && before !== undefined && word.place.box.x - rightOf(before.place.box) < WIDEST_SPACE * em) last.push(word);
      else phrases.push([word]);
    }
    return phrases.map(joinWords);
  });
}
