import { findInlineMath } from './find-inline-math.js';
import { findTables } from './find-tables.js';
import type { Span } from './span.js';

const OPENERS = /^[ \t]*(```|~~~)|\$\$|\\\[|\\\(|\\begin\{([a-zA-Z]{1,30}\*?)\}|\\[\s\S]/gmu;

/** Finds what no cut may enter: code, LaTeX blocks, inline formulas, tables. Sorted, without overlaps. */
export function findProtected(text: string): Span[] {
  const blocks = findBlocks(text);
  const formulas = [...gapsBetween(blocks, text.length)].flatMap((gap) => findInlineMath(text, gap));
  return mergeSpans([...blocks, ...formulas, ...findTables(text)]);
}

/** Code fences and LaTeX blocks with their own closing mark; one that never closes protects nothing. */
function findBlocks(text: string): Span[] {
  const spans: Span[] = [];
  // A mark that was not found once is not there further on either: this keeps the search linear.
  const absent = new Set<string>();
  OPENERS.lastIndex = 0;
  for (let match = OPENERS.exec(text); match; match = OPENERS.exec(text)) {
    const closer = closerOf(match);
    if (closer === null || absent.has(closer)) continue;
    const at = text.indexOf(closer, OPENERS.lastIndex);
    if (at === -1) {
      absent.add(closer);
      continue;
    }
    spans.push({ start: match.index, end: at + closer.length });
    OPENERS.lastIndex = at + closer.length;
  }
  return spans;
}

function closerOf([whole, fence, environment]: RegExpExecArray): string | null {
  if (fence !== undefined) return `\n${fence}`;
  if (environment !== undefined) return `\\end{${environment}}`;
  return { $$: '$$', '\\[': '\\]', '\\(': '\\)' }[whole] ?? null;
}

function* gapsBetween(spans: readonly Span[], end: number): Generator<Span> {
  let start = 0;
  for (const span of spans) {
    yield { start, end: span.start };
    start = span.end;
  }
  yield { start, end };
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
