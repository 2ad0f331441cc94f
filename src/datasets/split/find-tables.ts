import { findLines } from './find-lines.js';
import type { Span } from './span.js';

/** Finds tables written with bars: two or more lines in a row, each with outer bars or a bar between blanks. */
export function findTables(text: string): Span[] {
  const tables: Span[] = [];
  let open: (Span & { rows: number }) | null = null;
  for (const { start, end } of findLines(text)) {
    if (!isRow(text.slice(start, end))) open = null;
    else if (open === null) open = { start, end, rows: 1 };
    else {
      open.end = end;
      if (++open.rows === 2) tables.push(open);
    }
  }
  return tables;
}

function isRow(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.includes(' | ') || (trimmed.length > 2 && trimmed.startsWith('|') && trimmed.endsWith('|') && trimmed.split('|').length > 3);
}
