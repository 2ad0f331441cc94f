import { findLines } from './find-lines.js';

/** Where lines begin that begin something: not one that goes on with a formula or in the middle of a sentence. */
export function findLineStarts(text: string): number[] {
  const cuts: number[] = [];
  let previous = '';
  for (const { start, end } of findLines(text)) {
    const line = text.slice(start, end).trim();
    if (line === '') continue;
    const goesOn = /^[=+×÷*/≈≤≥<>⇒→]/u.test(line) || (/^\p{Ll}/u.test(line) && /[\p{L}\p{N},]$/u.test(previous) && previous.length > 40);
    if (!goesOn) cuts.push(start);
    previous = line;
  }
  return cuts;
}
