import { isDegreeMark } from './is-degree-mark.js';
import type { PlacedCharacter } from './place-characters.js';

/** Turns misread degree signs of a line into degree signs, by their ink. What was read stays as the first other reading. */
export function mendDegreeSigns(line: readonly PlacedCharacter[]): PlacedCharacter[] {
  return line.map((character, i) => {
    const before = line[i - 1];
    if (!before || character.text === '°' || !isDegreeMark(character.text, character, before)) return character;
    return { ...character, text: '°', others: [{ text: character.text, probability: character.probability }, ...character.others] };
  });
}
