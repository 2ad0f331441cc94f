import { loadSharp } from './load-sharp.js';
import type { Raster } from './raster.js';

/** Resizes to an exact size in pixels: cubic when it grows, area-aware when it shrinks. */
export async function resizeRaster(raster: Raster, width: number, height: number): Promise<Raster> {
  if (width === raster.width && height === raster.height) return raster;
  const sharp = await loadSharp();
  const data = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return { width, height, data };
}
