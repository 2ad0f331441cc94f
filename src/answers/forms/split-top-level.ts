const opening = '([{⦃';
const closing = ')]}⦄';

/** One piece of a text between separators that stand outside all brackets. */
export interface TopLevelPiece {
  readonly text: string;
  /** The separator behind it; empty behind the last. */
  readonly separator: string;
}

/**
 * Cuts a text at the separators (a sticky pattern) that stand outside brackets. Round and square brackets may close
 * each other, as intervals do. Null when brackets do not balance. Linear in the length of the text.
 */
export function splitTopLevel(text: string, separator: RegExp): TopLevelPiece[] | null {
  const pieces: TopLevelPiece[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length;) {
    const character = text[at] ?? '';
    if (opening.includes(character)) depth += 1;
    if (closing.includes(character)) depth -= 1;
    if (depth < 0) return null;
    separator.lastIndex = at;
    const found = depth === 0 ? separator.exec(text)?.[0] : undefined;
    if (found !== undefined && found !== '') {
      pieces.push({ text: text.slice(from, at), separator: found });
      from = at + found.length;
    }
    at = Math.max(at + 1, from);
  }
  return depth === 0 ? [...pieces, { text: text.slice(from), separator: '' }] : null;
}

/** Whether the first bracket of a text is closed by its last character. */
export function isEnclosed(text: string): boolean {
  if (!opening.includes(text[0] ?? ' ') || !closing.includes(text.at(-1) ?? ' ')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (opening.includes(text[at] ?? '')) depth += 1;
    if (closing.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
