import type { Place, PrintedWord } from '../../../schema/index.js';
import { uniteBoxes } from './boxes.js';

/** Words read as one piece of text: a table cell, a label, a title. */
export interface Cell {
  readonly words: readonly PrintedWord[];
  readonly text: string;
  /** The least confidence of its words. */
  readonly confidence: number;
  /** Other readings of `text`: one word replaced at a time, best first. */
  readonly alternatives: readonly string[];
  readonly place: Place;
}

const MOST_ALTERNATIVES = 12;

/** Joins words, in the order given, to one cell. `words` is not empty. */
export function joinWords(words: readonly PrintedWord[]): Cell {
  const texts = words.map((word) => word.text);
  const alternatives = words.flatMap((word, at) => word.alternatives.map((other) => texts.with(at, other).join(' ')));
  return {
    words,
    text: texts.join(' '),
    confidence: Math.min(...words.map((word) => word.confidence)),
    alternatives: [...new Set(alternatives)].slice(0, MOST_ALTERNATIVES),
    place: { image: words[0]?.place.image ?? 0, box: uniteBoxes(words.map((word) => word.place.box)) },
  };
}
