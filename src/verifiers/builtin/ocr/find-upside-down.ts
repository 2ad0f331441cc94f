import { cropTurnedBox } from '../../../images/crop-turned-box.js';
import type { Raster } from '../../../images/raster.js';
import type { TurnedBox } from '../../../images/turned-box.js';
import { recognitionNormalisation, writeImageTensor } from './image-tensor.js';
import type { OcrSession } from './ocr-session.js';

/** Input size of the orientation network. */
const WIDTH = 192;
const HEIGHT = 48;
/** Probability of "upside down" from which it is believed (PaddleOCR `cls_thresh`). */
const THRESHOLD = 0.9;

/** Which of the boxes hold text that stands upside down, as the orientation network sees them. */
export async function findUpsideDown(session: OcrSession, raster: Raster, boxes: readonly TurnedBox[]): Promise<boolean[]> {
  if (boxes.length === 0) return [];
  const input = new Float32Array(boxes.length * 3 * HEIGHT * WIDTH);
  boxes.forEach((box, index) => {
    const crop = cropTurnedBox(raster, box, Math.max(1, Math.min(WIDTH, Math.ceil((HEIGHT * box.width) / box.height))), HEIGHT);
    writeImageTensor(crop, { target: input, width: WIDTH, height: HEIGHT, index }, recognitionNormalisation);
  });
  const { data } = await session.run(input, [boxes.length, 3, HEIGHT, WIDTH]);
  return boxes.map((_, i) => (data[2 * i + 1] ?? 0) >= THRESHOLD);
}
