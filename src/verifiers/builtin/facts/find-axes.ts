import type { PrintedWord } from '../../../schema/index.js';
import { bottomOf, centreX, centreY, rightOf } from './boxes.js';
import { median } from './median.js';
import { readCell } from './read-cell.js';

/** A row or column of evenly set, evenly rising numbers. */
export interface Axis {
  readonly direction: 'x' | 'y';
  /** From the low end to the high end. */
  readonly ticks: readonly PrintedWord[];
}

interface Tick { readonly word: PrintedWord; readonly value: number; readonly at: number }

/** The y axis: at least three numbers above each other that rise upwards, mostly alone on their line (a table's column is not). */
export function findVerticalAxis(words: readonly PrintedWord[]): Axis | null {
  const ticks = toTicks(words, (word) => -centreY(word.place.box));
  const em = median(ticks.map((tick) => tick.word.place.box.height));
  for (const anchor of ticks) {
    const column = ticks.filter(({ word }) => Math.abs(rightOf(word.place.box) - rightOf(anchor.word.place.box)) < 0.5 * em || Math.abs(centreX(word.place.box) - centreX(anchor.word.place.box)) < 0.3 * em);
    if (!isScale(column)) continue;
    const alone = column.filter((tick) => words.every((word) => word === tick.word || !isBeside(word, tick.word)));
    if (alone.length >= 0.6 * column.length) return { direction: 'y', ticks: column.map((tick) => tick.word) };
  }
  return null;
}

/** Fewer numbers in a row than this are an x axis only where there is a y axis too: drawings number their parts. */
const FEWEST_ALONE = 4;

/** The x axis: at least three numbers beside each other that rise to the right. */
export function findHorizontalAxis(words: readonly PrintedWord[], hasVertical: boolean): Axis | null {
  const ticks = toTicks(words, (word) => centreX(word.place.box));
  for (const anchor of ticks) {
    const row = ticks.filter(({ word }) => isBeside(word, anchor.word) || word === anchor.word);
    if (isScale(row) && (hasVertical || row.length >= FEWEST_ALONE)) return { direction: 'x', ticks: row.map((tick) => tick.word) };
  }
  return null;
}

function toTicks(words: readonly PrintedWord[], placeOf: (word: PrintedWord) => number): Tick[] {
  return words.flatMap((word): Tick[] => {
    const { kind, value } = readCell(word.text);
    return kind === 'number' && value !== null ? [{ word, value, at: placeOf(word) }] : [];
  }).sort((a, b) => a.at - b.at);
}

/** Whether values rise in step with places: the same value per pixel between all neighbours. */
function isScale(ticks: readonly Tick[]): boolean {
  if (ticks.length < 3) return false;
  const slopes = ticks.slice(1).map((tick, at) => (tick.value - (ticks[at]?.value ?? 0)) / Math.max(1, tick.at - (ticks[at]?.at ?? 0)));
  const usual = median(slopes);
  return usual > 0 && slopes.every((slope) => Math.abs(slope - usual) <= 0.15 * usual);
}

/** Whether a word stands on the line of a tick. */
const isBeside = (word: PrintedWord, tick: PrintedWord): boolean => {
  const y = centreY(tick.place.box);
  return word.place.box.y < y && bottomOf(word.place.box) > y;
};
