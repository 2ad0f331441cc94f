import type { Span } from './span.js';

/** Longest formula written with blanks inside its dollars, `$ x = 5 $`. */
const SPACED_LIMIT = 300;

/**
 * Pairs single dollars of one stretch of text in one pass. As in Pandoc, a dollar opens before a non-blank and closes after a
 * non-blank with no digit behind it, so that prices are not formulas; and no formula holds a blank line.
 */
export function findInlineMath(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let open: number | null = null;
  for (let i = text.indexOf('$', start); i !== -1 && i < end; i = text.indexOf('$', i + 1)) {
    if (isEscaped(text, i)) continue;
    if (open !== null && closes(text, i) && !/\n[ \t\r]*\n/u.test(text.slice(open, i))) {
      spans.push({ start: open, end: i + 1 });
      open = null;
    } else if (/\S/u.test(text.charAt(i + 1))) {
      open = i;
    } else {
      const spacedEnd = endOfSpaced(text, i);
      if (spacedEnd === null) continue;
      spans.push({ start: i, end: spacedEnd });
      [open, i] = [null, spacedEnd - 1];
    }
  }
  return spans;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function closes(text: string, at: number): boolean {
  return /\S/u.test(text.charAt(at - 1)) && !/\d/u.test(text.charAt(at + 1));
}

/** The end of `$ ... $` on one line when what is inside looks like a formula. */
function endOfSpaced(text: string, at: number): number | null {
  const inside = /^[^$\n]{1,300}(?=\$)/u.exec(text.slice(at + 1, at + 2 + SPACED_LIMIT))?.[0];
  return inside !== undefined && /[\\^_=<>]/u.test(inside) ? at + inside.length + 2 : null;
}
