import { cropTurnedBox } from '../../../images/crop-turned-box.js';
import type { Raster } from '../../../images/raster.js';
import { boundTurnedBox } from '../../../images/turned-box.js';
import type { TextBox } from './detect-text.js';
import type { OcrModels } from './load-models.js';
import type { PageWord } from './page-reading.js';
import { LINE_HEIGHT, recogniseLines } from './recognise-lines.js';
import { splitWords } from './split-words.js';
import { readWordText } from './word-text.js';

/** Longest line in pixels that is read in one piece. */
const MAX_LINE_WIDTH = 2400;
const MIN_CONFIDENCE = 0.5;

/** A word before its line is known. */
export type LooseWord = Omit<PageWord, 'line'>;

/** Reads the text in boxes and cuts it into words. */
export async function readBoxes(models: OcrModels, raster: Raster, boxes: readonly TextBox[]): Promise<LooseWord[]> {
  const crops = boxes.map((box) =>
    cropTurnedBox(raster, box, Math.max(8, Math.min(MAX_LINE_WIDTH, Math.round((LINE_HEIGHT * box.width) / box.height))), LINE_HEIGHT));
  const lines = await recogniseLines(models.rec, models.alphabet, crops);
  return lines.flatMap((line, i) => {
    const box = boxes[i] as TextBox;
    return splitWords(line, box.width / box.height).flatMap(({ characters, from, to }) => {
      const word = readWordText(characters);
      return word.confidence < MIN_CONFIDENCE || word.text === '' ? [] : [{ ...word, box: boundTurnedBox(box, from, to) }];
    });
  });
}
