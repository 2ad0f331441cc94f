import type { PlacedCharacter } from './place-characters.js';

/** Blank columns between two characters, as a share of the height of the line's tallest ink, from which a space is certain. */
const GAP = 0.36;
/** Between the middles of neighbours: no two characters of one word are this many heights apart, whatever lies between. */
const WIDE_JUMP = 1.9;

/** Digits of many typefaces stand equally far apart, so that a narrow 1 leaves gaps within a number: neighbours with middles this near belong together. */
const NEAR_DIGITS = 1;
const inNumber = /^[\d.,]$/;

/**
 * Cuts a line into words: where the network read a space, where the ink leaves a gap, and where two characters are
 * too far apart (a rule or a picture between them hides the gap).
 * `spacesBefore` holds the indices of characters that follow a space.
 */
export function splitWords(line: readonly PlacedCharacter[], spacesBefore: ReadonlySet<number>): PlacedCharacter[][] {
  const height = Math.max(...line.map(({ top, bottom }) => bottom - top));
  const words: PlacedCharacter[][] = [];
  line.forEach((character, i) => {
    const before = line[i - 1];
    const jump = before === undefined ? Infinity : (character.left + character.right - before.left - before.right) / 2;
    const isNumber = before !== undefined && inNumber.test(before.text) && inNumber.test(character.text) && jump < NEAR_DIGITS * height;
    // A degree sign stands off its number.
    const isNew = !before || (character.text !== '°' && !isNumber && (spacesBefore.has(i)
      || character.left - before.right > GAP * height
      || jump > WIDE_JUMP * height));
    if (isNew) words.push([character]);
    else words.at(-1)?.push(character);
  });
  return words;
}

/** Which of the visible characters of a line follow a space. */
export function findSpaces(line: readonly { text: string }[]): Set<number> {
  const after = new Set<number>();
  let visible = 0;
  for (const { text } of line) {
    if (text.trim() === '') after.add(visible);
    else visible++;
  }
  return after;
}
