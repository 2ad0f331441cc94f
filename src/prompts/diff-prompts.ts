import { formatPrompt } from './format-prompt.js';
import type { Prompt } from './prompt.js';

/** A line of a comparison. */
export interface DiffLine {
  side: 'both' | 'before' | 'after';
  text: string;
}

/** Compares two prompts line by line, with the fewest lines on one side only. */
export function diffPrompts(before: Prompt, after: Prompt): DiffLine[] {
  return diffLines(formatPrompt(before).trimEnd().split('\n'), formatPrompt(after).trimEnd().split('\n'));
}

/** Walks back through the lengths of the longest common subsequences. Prompts are short: the table stays small. */
function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ side: 'both', text: before[i++] as string });
      j++;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) lines.push({ side: 'before', text: before[i++] as string });
    else lines.push({ side: 'after', text: after[j++] as string });
  }
  return lines;
}
