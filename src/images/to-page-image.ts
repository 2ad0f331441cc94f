import { decodeImage } from './decode-image.js';
import type { ImageSource } from './image-source.js';
import { loadSharp } from './load-sharp.js';

/** Longest side of an image on a page, in pixels. */
const MAX_SIDE = 1600;

/** An image as a `data:` URL that every browser shows, upright, with the size of the original in pixels. */
export async function toPageImage(source: ImageSource): Promise<{ dataUrl: string; width: number; height: number }> {
  const encoded = await source.bytes();
  const { width, height, raster } = await decodeImage(encoded, { ref: source.ref, maxSide: MAX_SIDE });
  const sharp = await loadSharp();
  const image = sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } });
  // Drawings stay sharp and small as PNG; photographs would be many times larger than as JPEG.
  const isDrawing = encoded[0] === 0x89 && encoded.length < 1 << 20;
  const bytes = isDrawing ? await image.png({ compressionLevel: 9 }).toBuffer() : await image.jpeg({ quality: 85 }).toBuffer();
  return { dataUrl: `data:image/${isDrawing ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`, width, height };
}
