import type { ReadCharacter } from './ctc-decode.js';

/** Characters that print alike. Both directions are spelled out. */
const lookalikes: Record<string, readonly string[]> = {
  O: ['0'], o: ['0'], '0': ['O'], Q: ['0'], D: ['0'],
  l: ['1', 'I'], I: ['1', 'l'], '1': ['l', 'I'], '|': ['1', 'l', 'I'],
  S: ['5'], s: ['5'], '5': ['S'], B: ['8'], '8': ['B'], Z: ['2'], z: ['2'], '2': ['Z'],
};
const MAX_ALTERNATIVES = 8;

/** Text, confidence and other readings of the characters of one word. */
export function readWordText(characters: readonly ReadCharacter[]): { text: string; confidence: number; alternatives: string[] } {
  const parts = characters.map((character) => character.text);
  const text = parts.join('').normalize('NFKC');
  const confidence = characters.reduce((sum, { probability }) => sum + probability, 0) / characters.length;
  const seconds = characters
    .flatMap((character, i) => character.others.map((other) => ({ ...other, i })))
    .sort((a, b) => b.probability - a.probability)
    .map(({ i, text: other }) => parts.with(i, other));
  const alike = parts.flatMap((part, i) => (lookalikes[part] ?? []).map((other) => parts.with(i, other)));
  const numeric = parts.map((part) => (/\d/.test(part) ? part : lookalikes[part]?.find((other) => /\d/.test(other)) ?? part));
  const readings = [...seconds, numeric, ...alike].map((reading) => reading.join('').normalize('NFKC').trim());
  const alternatives = [...new Set(readings)].filter((reading) => reading !== '' && reading !== text).slice(0, MAX_ALTERNATIVES);
  return { text, confidence, alternatives };
}
