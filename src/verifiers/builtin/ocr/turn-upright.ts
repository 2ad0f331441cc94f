import type { Raster } from '../../../images/raster.js';

/** Turns a raster by 180 degrees. */
export function turnUpsideDown({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length);
  const pixels = width * height;
  for (let i = 0; i < pixels; i++) {
    const from = 3 * (pixels - 1 - i);
    turned[3 * i] = data[from] ?? 0;
    turned[3 * i + 1] = data[from + 1] ?? 0;
    turned[3 * i + 2] = data[from + 2] ?? 0;
  }
  return { width, height, data: turned };
}
