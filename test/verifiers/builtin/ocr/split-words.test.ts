import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../../src/images/raster.js';
import { findInkColumns } from '../../../../src/verifiers/builtin/ocr/ink-columns.js';
import { mendDegreeSigns } from '../../../../src/verifiers/builtin/ocr/mend-degree-signs.js';
import { placeCharacters, type PlacedCharacter } from '../../../../src/verifiers/builtin/ocr/place-characters.js';
import { findSpaces, splitWords } from '../../../../src/verifiers/builtin/ocr/split-words.js';

const HEIGHT = 48;

/** A white line crop with black bars where characters stand: [left, right, top, bottom]. */
function drawBars(width: number, bars: readonly (readonly [number, number, number, number])[]): Raster {
  const data = new Uint8Array(width * HEIGHT * 3).fill(255);
  for (const [left, right, top, bottom] of bars) {
    for (let y = top; y < bottom; y++) data.fill(0, 3 * (y * width + left), 3 * (y * width + right));
  }
  return { width, height: HEIGHT, data };
}
const character = (text: string, position: number) => ({ text, position, probability: 1, others: [] });
const placed = (text: string, left: number, right: number, top = 10, bottom = 38): PlacedCharacter => ({ ...character(text, 0), left, right, top, bottom });
const texts = (words: PlacedCharacter[][]): string[] => words.map((word) => word.map(({ text }) => text).join(''));

describe('placeCharacters', () => {
  it('gives each character its own ink, even when its position is a little off', () => {
    const crop = drawBars(200, [[10, 25, 10, 38], [30, 45, 20, 38], [150, 165, 10, 38]]);
    const line = [character('7', 20 / 200), character('e', 35 / 200), character(' ', 0.5), character('9', 160 / 200)];
    expect(placeCharacters(line, findInkColumns(crop)).map(({ text, left, right, top, bottom }) => [text, left, right, top, bottom])).toEqual([
      ['7', 10, 25, 10, 38], ['e', 30, 45, 20, 38], ['9', 150, 165, 10, 38],
    ]);
  });

  it('finds ink in any colours', () => {
    const crop = drawBars(60, [[10, 25, 10, 38]]);
    const inverse = { ...crop, data: crop.data.map((value) => 255 - value) };
    expect(findInkColumns(inverse).counts).toEqual(findInkColumns(crop).counts);
  });
});

describe('splitWords', () => {
  it('cuts at spaces that the network read', () => {
    const line = [character('a', 0), character(' ', 0), character('b', 0)];
    expect([...findSpaces(line)]).toEqual([1]);
    expect(texts(splitWords([placed('a', 0, 10), placed('b', 14, 24)], findSpaces(line)))).toEqual(['a', 'b']);
  });

  it('cuts where the ink leaves a wide gap, though no space was read', () => {
    expect(texts(splitWords([placed('2', 0, 15), placed('2', 18, 33), placed('7', 60, 75)], new Set()))).toEqual(['22', '7']);
  });

  it('keeps the digits of a number together that a narrow 1 holds apart, whatever was read between them', () => {
    const line = [placed('1', 6, 10), placed('5', 20, 36), placed('.', 42, 46), placed('1', 52, 56), placed('x', 90, 100)];
    expect(texts(splitWords(line, new Set([1, 3])))).toEqual(['15.1', 'x']);
    expect(texts(splitWords([placed('1', 6, 10), placed('5', 60, 76)], new Set()))).toEqual(['1', '5']);
  });

  it('cuts at a wide jump even when a rule fills the gap', () => {
    const line = [placed('5', 0, 40), placed('6', 40, 170)];
    expect(texts(splitWords(line, new Set()))).toEqual(['5', '6']);
  });

  it('keeps every character once and in order, whatever the places', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(lines, (steps) => {
      let x = 0;
      const line = steps.map(([gap, width]) => placed('abcdefghij'[gap % 10] ?? '', (x += gap), (x += width)));
      const spaces = new Set(steps.flatMap(([, , space], i) => (space ? [i] : [])));
      const words = splitWords(line, spaces);
      expect(words.flat()).toEqual(line);
      for (const space of spaces) if (space > 0) expect(words.some(([first]) => first === line[space])).toBe(true);
    }));
  });
});

describe('mendDegreeSigns', () => {
  it('turns a small raised ring after a digit into a degree sign and keeps it with its number', () => {
    const line = mendDegreeSigns([placed('7', 0, 15), placed('9', 20, 29, 10, 19)]);
    expect(line.map(({ text }) => text)).toEqual(['7', '°']);
    expect(line[1]?.others[0]?.text).toBe('9');
    expect(texts(splitWords(line, new Set()))).toEqual(['7°']);
  });

  it('leaves full digits and marks without a number alone', () => {
    expect(mendDegreeSigns([placed('7', 0, 15), placed('9', 20, 35)]).map(({ text }) => text)).toEqual(['7', '9']);
    expect(mendDegreeSigns([placed('9', 20, 29, 10, 19)]).map(({ text }) => text)).toEqual(['9']);
    expect(mendDegreeSigns([placed('7', 0, 15), placed('.', 20, 24, 34, 38)]).map(({ text }) => text)).toEqual(['7', '.']);
  });
});
