import type { Span } from './span.js';

/** Cuts a text at places outside the protected spans and trims the pieces; blank ones vanish. */
export function cutText(text: string, cuts: readonly number[], shielded: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  let next = 0;
  for (const cut of [...cuts, text.length]) {
    while (next < shielded.length && shielded[next]!.end <= cut) next++;
    const inside = shielded[next];
    if (cut < text.length && inside && inside.start < cut) continue;
    const piece = trimSpan(text, { start, end: cut });
    if (piece) pieces.push(piece);
    start = cut;
  }
  return pieces;
}

function trimSpan(text: string, { start, end }: Span): Span | null {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** Blank as `String.prototype.trim` has it, so that a step is equal to its own trimmed text. */
function isBlank(code: number): boolean {
  return code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && String.fromCharCode(code).trim() === '';
}
