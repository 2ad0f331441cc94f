import type { PrintedWord } from '../../../schema/index.js';
import type { Cell } from './cell.js';
import { cutPhrases } from './cut-phrases.js';
import { readLabelled } from './describe-phrase.js';
import { groupLines } from './group-lines.js';
import { readCell } from './read-cell.js';

/** Lines that are one phrase of a label and its value ("Outlet: 35 psi") and nothing else: no rows of a table, though they may stand in its columns. And the words left. */
export function findLabelledLines(words: readonly PrintedWord[]): { lines: Cell[]; rest: PrintedWord[] } {
  const phrases = cutPhrases(words);
  const lines = groupLines(words).flatMap((line) => {
    const phrase = phrases.find((one) => one.words.length === line.length && line.every((word) => one.words.includes(word)));
    const value = phrase === undefined ? undefined : readLabelled(phrase.text)?.value;
    return phrase !== undefined && value !== undefined && ['number', 'time'].includes(readCell(value).kind) ? [phrase] : [];
  });
  const used = new Set(lines.flatMap((line) => line.words));
  return { lines, rest: words.filter((word) => !used.has(word)) };
}
