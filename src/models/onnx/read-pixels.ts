import { decodeImage } from '../../images/decode-image.js';
import type { ImageSource } from '../../images/image-source.js';
import { resizeRaster } from '../../images/resize-raster.js';
import type { RawPixels } from './worker-message.js';

/** The pixels of an image, shrunk to `maxPixels` where it has more. @throws ImageError */
export async function readPixels(image: ImageSource, maxPixels = Infinity): Promise<RawPixels> {
  const { raster } = await decodeImage(await image.bytes(), { ref: image.ref });
  const scale = Math.sqrt(maxPixels / (raster.width * raster.height));
  if (scale >= 1) return raster;
  return resizeRaster(raster, Math.max(1, Math.floor(raster.width * scale)), Math.max(1, Math.floor(raster.height * scale)));
}
