import type { PrintedWord } from '../../../schema/index.js';
import { rightOf } from './boxes.js';
import { joinWords } from './cell.js';
import type { Cell } from './cell.js';
import { groupLines } from './group-lines.js';
import { findTextHeight } from './text-height.js';

/** A space wider than this, in text heights, ends a phrase; or than this many letters of its words, which may be as wide as those of a typewriter. */
const WIDEST_SPACE = 0.8;
const WIDEST_IN_LETTERS = 1.45;

/** Joins words that stand close on one line to phrases, in reading order. */
export function cutPhrases(words: readonly PrintedWord[]): Cell[] {
  const em = findTextHeight(words);
  return groupLines(words).flatMap((line) => {
    const phrases: PrintedWord[][] = [];
    for (const word of line) {
      const last = phrases.at(-1);
      const before = last?.at(-1);
      if (last !== undefined && before !== undefined && word.place.box.x - rightOf(before.place.box) < Math.max(WIDEST_SPACE * em, WIDEST_IN_LETTERS * letterWidth(before, word))) last.push(word);
      else phrases.push([word]);
    }
    return phrases.map(joinWords);
  });
}

/** The mean width of a letter, without its space, of two words that have several; 0 without such words. */
function letterWidth(...words: readonly PrintedWord[]): number {
  const longer = words.filter(({ text }) => text.length > 1);
  return Math.min(...longer.map(({ text, place }) => place.box.width / text.length), longer.length === 0 ? 0 : Infinity);
}
