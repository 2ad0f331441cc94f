import type { DiffLine } from '../../../prompts/diff-prompts.js';
import type { Paint } from '../../../report/paint.js';
import { printable } from '../../../util/wrap-text.js';

/** Lines on both sides that are shown around a change. */
const CONTEXT = 3;
const marks = { before: '-', after: '+', both: ' ' } as const;

/** Writes a comparison as a unified diff. */
export function formatDiff({ lines, before, after }: { lines: readonly DiffLine[]; before: string; after: string }, paint: Paint): string {
  const colours = { before: paint.bad, after: paint.good, both: (text: string): string => text };
  const out = [paint.strong(`--- ${printable(before)}`), paint.strong(`+++ ${printable(after)}`)];
  const place = { before: 1, after: 1 };
  let shownTo = 0;
  const pass = (to: number): void => {
    for (const { side } of lines.slice(shownTo, to)) {
      if (side !== 'after') place.before++;
      if (side !== 'before') place.after++;
    }
    shownTo = to;
  };
  for (const { from, to } of findHunks(lines)) {
    pass(from);
    const hunk = lines.slice(from, to);
    const count = (missing: DiffLine['side']): number => hunk.filter(({ side }) => side !== missing).length;
    out.push(paint.faint(`@@ -${place.before},${count('after')} +${place.after},${count('before')} @@`));
    out.push(...hunk.map(({ side, text }) => colours[side](marks[side] + printable(text))));
    pass(to);
  }
  return `${out.join('\n')}\n`;
}

/** Changes with the lines around them; those that touch are one. */
function findHunks(lines: readonly DiffLine[]): { from: number; to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [at, { side }] of lines.entries()) {
    if (side === 'both') continue;
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(lines.length, at + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}
