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

/** The y axis: at least three numbers above each other that rise upwards, and are no column of a table. */
export function findVerticalAxis(words: readonly PrintedWord[]): Axis | null {
  const ticks = toTicks(words, (word) => -centreY(word.place.box));
  const em = median(ticks.map((tick) => tick.word.place.box.height));
  for (const anchor of ticks) {
    const column = ticks.filter(({ word }) => Math.abs(rightOf(word.place.box) - rightOf(anchor.word.place.box)) < 0.5 * em || Math.abs(centreX(word.place.box) - centreX(anchor.word.place.box)) < 0.3 * em);
    const scale = findScale(column)?.map((tick) => tick.word);
    if (scale !== undefined && !isTableColumn(scale, words)) return { direction: 'y', ticks: scale };
  }
  return null;
}

/** A scale with fewer ticks needs to be mostly alone on its lines. */
const FEWEST_AMONG_WORDS = 4;

/** Whether most ticks have words beside them, and those stand above each other as in the next column of a table; over bars, each stands by itself. */
function isTableColumn(ticks: readonly PrintedWord[], words: readonly PrintedWord[]): boolean {
  const beside = ticks.map((tick) => words.filter((word) => word !== tick && isBeside(word, tick)));
  if (beside.filter((line) => line.length === 0).length >= 0.6 * ticks.length) return false;
  if (ticks.length < FEWEST_AMONG_WORDS) return true;
  const overlaps = (a: PrintedWord, b: PrintedWord): boolean => a.place.box.x < rightOf(b.place.box) && b.place.box.x < rightOf(a.place.box);
  return beside.some((line) => line.some((word) => beside.filter((other) => other.some((one) => overlaps(one, word))).length >= 0.5 * ticks.length));
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

/** With so many ticks one that does not fit may be misread. */
const FEWEST_WITH_MISREAD = 5;

/** The ticks of a scale; without one of them, misread, where the others are a scale. */
function findScale(ticks: readonly Tick[]): readonly Tick[] | undefined {
  if (isScale(ticks)) return ticks;
  if (ticks.length < FEWEST_WITH_MISREAD) return undefined;
  return ticks.map((_, at) => ticks.toSpliced(at, 1)).find(isScale);
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
