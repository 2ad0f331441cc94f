import type { ReadCharacter } from './ctc-decode.js';

/** Neighbouring characters of one line with no gap between them. */
export interface ReadWord {
  characters: ReadCharacter[];
  /** Where it begins and ends, as shares of the line's width. */
  from: number;
  to: number;
}

/** A jump between the middles of two characters of this many line heights is a gap, even without a space. */
const WIDE_JUMP = 1.1;

/**
 * Cuts a line into words at spaces and at jumps that no two neighbouring characters have.
 * `aspect` is the line's width divided by its height.
 */
export function splitWords(line: readonly ReadCharacter[], aspect: number): ReadWord[] {
  const groups: ReadCharacter[][] = [];
  let open: ReadCharacter[] | undefined;
  for (const character of line) {
    const before = open?.at(-1);
    const isSpace = character.text.trim() === '';
    if (isSpace || !before || (character.position - before.position) * aspect > WIDE_JUMP) open = undefined;
    if (isSpace) continue;
    if (open) open.push(character);
    else groups.push((open = [character]));
  }
  return groups.map((characters, i) => {
    const first = characters[0] as ReadCharacter;
    const last = characters.at(-1) as ReadCharacter;
    const half = halfAdvance(characters, aspect);
    const before = groups[i - 1]?.at(-1)?.position ?? -Infinity;
    const after = groups[i + 1]?.[0]?.position ?? Infinity;
    return {
      characters,
      from: Math.max(0, first.position - Math.min(half, (first.position - before) / 2)),
      to: Math.min(1, last.position + Math.min(half, (after - last.position) / 2)),
    };
  });
}

/** Half of the mean distance of characters; about a quarter of the height for a single one. */
function halfAdvance(characters: readonly ReadCharacter[], aspect: number): number {
  const first = characters[0]?.position ?? 0;
  const last = characters.at(-1)?.position ?? 0;
  return characters.length > 1 ? (last - first) / (characters.length - 1) / 2 + 0.1 / aspect : 0.3 / aspect;
}
