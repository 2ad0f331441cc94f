import { decodeImage } from '../../../images/decode-image.js';
import { resizeRaster } from '../../../images/resize-raster.js';
import { detectText } from './detect-text.js';
import type { OcrModels } from './load-models.js';
import type { PageReading } from './page-reading.js';
import { readBoxes } from './read-boxes.js';
import { arrangeLines } from './arrange-lines.js';

/** Longest side in pixels at which an image is read. */
const MAX_SIDE = 1600;
/** Images are enlarged up to this longest side, at most threefold: print of 8 pixels is too small for the detector. */
const ENLARGE_TO = 960;
const MAX_ENLARGEMENT = 2;

/** Reads all words of one encoded image. */
export async function readPage(models: OcrModels, encoded: Uint8Array, ref: string): Promise<PageReading> {
  const { width, height, raster, notes } = await decodeImage(encoded, { ref, maxSide: MAX_SIDE });
  const scale = Math.max(1, Math.min(MAX_ENLARGEMENT, ENLARGE_TO / Math.max(raster.width, raster.height)));
  const enlarged = await resizeRaster(raster, Math.max(1, Math.round(raster.width * scale)), Math.max(1, Math.round(raster.height * scale)));
  const boxes = await detectText(models.det, enlarged);
  const words = await readBoxes(models, enlarged, boxes);
  return { width, height, words: arrangeLines(words, width / enlarged.width, height / enlarged.height), notes };
}
