import { isListItem } from './find-paragraphs.js';
import type { Span } from './span.js';

const HEADING = /^(?:#{1,6}[ \t].*|\*\*[^*\n]+\*\*:?|__[^_\n]+__:?|[-*_]{3,})$/u;
const DISPLAY_MATH = /^(?:\$\$|\\\[|\\begin\{)[^]*(?:\$\$|\\\]|\\end\{[a-zA-Z]+\*?\})[.,;]?$/u;
/** Longer pieces are never headings or lone formulas, and are not searched. */
const LONGEST = 4000;

/** Joins what belongs together: a heading or an announcement (`...:`) with what follows, a displayed formula with what precedes. */
export function joinPieces(text: string, pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let waits = false;
  for (const [i, { start, end }] of pieces.entries()) {
    const last = joined.at(-1);
    const short = end - start <= LONGEST ? text.slice(start, end) : '';
    if (last && (waits || DISPLAY_MATH.test(short))) last.end = end;
    else joined.push({ start, end });
    const next = pieces[i + 1];
    waits = HEADING.test(short) || (next !== undefined && /[:：]/u.test(text.charAt(end - 1)) && !isListItem(text.slice(next.start, next.start + 20)));
  }
  return joined;
}
