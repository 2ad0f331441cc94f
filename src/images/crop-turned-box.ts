import type { Raster } from './raster.js';
import { pointInTurnedBox, type TurnedBox } from './turned-box.js';

/**
 * Cuts a turned box out of a raster, upright, at an exact size in pixels. Bilinear; where it shrinks, several samples are
 * averaged a pixel, so that thin strokes do not vanish. Outside the raster the nearest edge pixel counts.
 */
export function cropTurnedBox(raster: Raster, box: TurnedBox, width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  const samplesX = countSamples(box.width / width);
  const samplesY = countSamples(box.height / height);
  const stepsX = width * samplesX;
  const stepsY = height * samplesY;
  const origin = pointInTurnedBox(box, 0.5 / stepsX, 0.5 / stepsY);
  const right = pointInTurnedBox(box, 1.5 / stepsX, 0.5 / stepsY);
  const below = pointInTurnedBox(box, 0.5 / stepsX, 1.5 / stepsY);
  const sum = new Float64Array(3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      sum.fill(0);
      for (let j = row * samplesY; j < (row + 1) * samplesY; j++) {
        for (let i = column * samplesX; i < (column + 1) * samplesX; i++) {
          const x = origin.x + i * (right.x - origin.x) + j * (below.x - origin.x);
          const y = origin.y + i * (right.y - origin.y) + j * (below.y - origin.y);
          addSample(raster, x - 0.5, y - 0.5, sum);
        }
      }
      const at = 3 * (row * width + column);
      const share = 1 / (samplesX * samplesY);
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((sum[c] ?? 0) * share);
    }
  }
  return { width, height, data };
}

/** Samples along one side of a target pixel that covers `scale` source pixels. */
function countSamples(scale: number): number {
  return Math.max(1, Math.min(4, Math.round(scale)));
}

/** Adds the bilinear value at (x, y), in units of pixel centres, to a running sum. */
function addSample(raster: Raster, x: number, y: number, sum: Float64Array): void {
  const { width, height, data } = raster;
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const fx = cx - x0;
  const fy = cy - y0;
  const dx = x0 + 1 < width ? 3 : 0;
  const dy = y0 + 1 < height ? 3 * width : 0;
  const at = 3 * (y0 * width + x0);
  for (let c = 0; c < 3; c++) {
    const top = (data[at + c] ?? 0) * (1 - fx) + (data[at + dx + c] ?? 0) * fx;
    const bottom = (data[at + dy + c] ?? 0) * (1 - fx) + (data[at + dy + dx + c] ?? 0) * fx;
    sum[c] = (sum[c] ?? 0) + top * (1 - fy) + bottom * fy;
  }
}
