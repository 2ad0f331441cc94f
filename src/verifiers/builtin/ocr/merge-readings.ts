import type { Box } from '../../../schema/index.js';
import type { LooseWord } from './cut-into-words.js';

/** Two readings of which one covers this share of the other are readings of the same print. */
const SAME_PRINT = 0.4;

/** Puts words of several passes together: of readings of the same print the surer one stays. Longer ones win ties. */
export function mergeReadings(words: readonly LooseWord[]): LooseWord[] {
  const kept: LooseWord[] = [];
  const bySureness = [...words].sort((a, b) => b.confidence - a.confidence || b.text.length - a.text.length);
  for (const word of bySureness) {
    if (!kept.some((other) => shareCovered(word.box, other.box) > SAME_PRINT)) kept.push(word);
  }
  return kept;
}

/** The overlap of two boxes as a share of the smaller one. */
function shareCovered(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width <= 0 || height <= 0 || smaller === 0 ? 0 : (width * height) / smaller;
}
