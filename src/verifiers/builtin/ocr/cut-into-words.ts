import type { Raster } from '../../../images/raster.js';
import { boundTurnedBox, type TurnedBox } from '../../../images/turned-box.js';
import type { Box } from '../../../schema/index.js';
import type { ReadCharacter } from './ctc-decode.js';
import { findInkColumns } from './ink-columns.js';
import { mendDegreeSigns } from './mend-degree-signs.js';
import type { PageWord } from './page-reading.js';
import { placeCharacters, type PlacedCharacter } from './place-characters.js';
import { findSpaces, splitWords } from './split-words.js';
import { readWordText } from './word-text.js';

/** A word before its line is known; its box is in pixels of the raster that was read. */
export type LooseWord = Omit<PageWord, 'line'> & {
  /** For slanted and vertical print: which strip of print it stands in, and its place there. Null for print across. */
  strip: { index: number; order: number } | null;
};

/** Cuts the characters of a line, read from the crop of a box, into words with boxes of their own. */
export function cutIntoWords(line: readonly ReadCharacter[], crop: Raster, box: TurnedBox): LooseWord[] {
  const placed = mendDegreeSigns(placeCharacters(line, findInkColumns(crop)));
  return splitWords(placed, findSpaces(line))
    .map((characters) => ({ ...readWordText(characters), box: boundCharacters(characters, crop, box), strip: null }))
    .filter(({ text }) => text !== '');
}

/** The box of neighbouring characters in the raster. */
function boundCharacters(characters: readonly PlacedCharacter[], crop: Raster, box: TurnedBox): Box {
  return boundTurnedBox(box, {
    left: Math.min(...characters.map(({ left }) => left)) / crop.width,
    right: Math.max(...characters.map(({ right }) => right)) / crop.width,
    top: Math.min(...characters.map(({ top }) => top)) / crop.height,
    bottom: Math.max(...characters.map(({ bottom }) => bottom)) / crop.height,
  });
}
