import { decodeImage } from '../../../images/decode-image.js';
import { resizeRaster } from '../../../images/resize-raster.js';
import { attachDegreeSigns } from './attach-degree-signs.js';
import { arrangeLines } from './arrange-lines.js';
import { chooseReadingScale, MAX_READ_SIDE } from './reading-scale.js';
import { detectText } from './detect-text.js';
import type { OcrModels } from './load-models.js';
import { mergeReadings } from './merge-readings.js';
import type { PageReading } from './page-reading.js';
import { readBoxes } from './read-boxes.js';
import { readGlyphs } from './read-glyphs.js';

/** Words below this confidence are read again from their loose ink. */
const SURE = 0.8;

/** Reads all words of one encoded image. */
export async function readPage(models: OcrModels, encoded: Uint8Array, ref: string): Promise<PageReading> {
  const { width, height, raster, notes } = await decodeImage(encoded, { ref, maxSide: MAX_READ_SIDE });
  const scale = chooseReadingScale(raster.width, raster.height);
  const page = await resizeRaster(raster, Math.max(1, Math.round(raster.width * scale)), Math.max(1, Math.round(raster.height * scale)));
  const boxes = await detectText(models.det, page);
  const words = await readBoxes(models, page, boxes);
  const glyphs = await readGlyphs(models, page, words.filter(({ confidence }) => confidence >= SURE));
  return { width, height, words: arrangeLines(attachDegreeSigns(mergeReadings([...words, ...glyphs])), width / page.width, height / page.height), notes };
}
