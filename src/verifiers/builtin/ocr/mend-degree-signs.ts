import type { PlacedCharacter } from './place-characters.js';

/** What a degree sign is mistaken for when the network sees it at the height of a digit. */
const mistaken = new Set(['0', '9', '8', '6', 'o', 'O', 'a', 'e', 'c', 'Q', '*', '"', '”', '“', "'", '′', '。', '?', '%', '·']);
const MAX_HEIGHT = 0.55;
const MAX_BOTTOM = 0.62;

/**
 * Turns a small raised mark after a digit, a bracket or a letter into a degree sign, by its ink: short, and ending above the
 * lower third of the word. What was read stays as the first other reading.
 */
export function mendDegreeSigns(word: readonly PlacedCharacter[]): PlacedCharacter[] {
  const top = Math.min(...word.map((character) => character.top));
  const height = Math.max(...word.map(({ bottom }) => bottom)) - top;
  return word.map((character, i) => {
    const isRaised = character.bottom - character.top < MAX_HEIGHT * height && character.bottom - top < MAX_BOTTOM * height;
    const isRound = character.right - character.left > 0.6 * (character.bottom - character.top);
    const follows = /[\d)a-zA-Z]$/.test(word[i - 1]?.text ?? '');
    if (!isRaised || !isRound || !follows || i !== word.length - 1 || !mistaken.has(character.text)) return character;
    return { ...character, text: '°', others: [{ text: character.text, probability: character.probability }, ...character.others] };
  });
}
