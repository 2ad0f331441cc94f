import { cropTurnedBox } from '../../../images/crop-turned-box.js';
import type { Raster } from '../../../images/raster.js';
import { boundTurnedBox, type TurnedBox } from '../../../images/turned-box.js';
import type { ReadCharacter } from './ctc-decode.js';
import { findInkColumns } from './ink-columns.js';
import type { OcrModels } from './load-models.js';
import { mendDegreeSigns } from './mend-degree-signs.js';
import type { PageWord } from './page-reading.js';
import { placeCharacters, type PlacedCharacter } from './place-characters.js';
import { LINE_HEIGHT, recogniseLines } from './recognise-lines.js';
import { findSpaces, splitWords } from './split-words.js';
import { readWordText } from './word-text.js';

/** Longest line in pixels that is read in one piece. */
const MAX_LINE_WIDTH = 2400;
const MIN_CONFIDENCE = 0.5;

/** A word before its line is known. */
export type LooseWord = Omit<PageWord, 'line'>;

/** Reads the text in boxes and cuts it into words. */
export async function readBoxes(models: OcrModels, raster: Raster, boxes: readonly TurnedBox[]): Promise<LooseWord[]> {
  const crops = boxes.map((box) =>
    cropTurnedBox(raster, box, Math.max(8, Math.min(MAX_LINE_WIDTH, Math.round((LINE_HEIGHT * box.width) / box.height))), LINE_HEIGHT));
  const lines = await recogniseLines(models.rec, models.alphabet, crops);
  return lines.flatMap((line, i) => cutIntoWords(line, crops[i] as Raster, boxes[i] as TurnedBox));
}

/** The words of one line with their boxes in the raster; words that the network is unsure of are dropped. */
function cutIntoWords(line: readonly ReadCharacter[], crop: Raster, box: TurnedBox): LooseWord[] {
  const placed = placeCharacters(line, findInkColumns(crop));
  return splitWords(placed, findSpaces(line)).map(mendDegreeSigns).flatMap((characters) => {
    const word = readWordText(characters);
    return word.confidence < MIN_CONFIDENCE || word.text === '' ? [] : [{ ...word, box: boundCharacters(characters, crop, box) }];
  });
}

/** The box of neighbouring characters in the raster. */
function boundCharacters(characters: readonly PlacedCharacter[], crop: Raster, box: TurnedBox) {
  return boundTurnedBox(box, {
    left: Math.min(...characters.map(({ left }) => left)) / crop.width,
    right: Math.max(...characters.map(({ right }) => right)) / crop.width,
    top: Math.min(...characters.map(({ top }) => top)) / crop.height,
    bottom: Math.max(...characters.map(({ bottom }) => bottom)) / crop.height,
  });
}
