import type { Raster } from '../../../images/raster.js';

/** Per-channel normalisation, in the order of the network's channels (blue, green, red). */
export interface Normalisation {
  mean: readonly [number, number, number];
  deviation: readonly [number, number, number];
}

/** Detection: ImageNet statistics, which PP-OCR applies in this order to blue, green, red. */
export const detectionNormalisation: Normalisation = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
/** Recognition and orientation: [0,1] to [-1,1]. */
export const recognitionNormalisation: Normalisation = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

/** Where a raster goes in a batch tensor of planes `height` x `width`. */
export interface TensorSlot {
  target: Float32Array;
  width: number;
  height: number;
  /** Index in the batch. */
  index: number;
  left?: number;
  top?: number;
}

/** Writes a raster into its slot as normalised planes in the order blue, green, red. What lies outside stays as it is. */
export function writeImageTensor(raster: Raster, slot: TensorSlot, { mean, deviation }: Normalisation): void {
  const { target, width, height, index, left = 0, top = 0 } = slot;
  const plane = width * height;
  for (let c = 0; c < 3; c++) {
    const scale = 1 / (255 * (deviation[c] ?? 1));
    const shift = (mean[c] ?? 0) / (deviation[c] ?? 1);
    const base = (3 * index + c) * plane;
    for (let y = 0; y < raster.height; y++) {
      let to = base + (y + top) * width + left;
      let from = 3 * y * raster.width + 2 - c;
      for (let x = 0; x < raster.width; x++, from += 3) target[to++] = (raster.data[from] ?? 0) * scale - shift;
    }
  }
}
