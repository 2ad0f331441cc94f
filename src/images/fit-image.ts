import type { Metadata } from 'sharp';
import { ImageError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { loadSharp, type SharpFactory } from './load-sharp.js';

/** Formats that every model server decodes. */
const mediaTypes: Record<string, string> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' };

const JPEG_QUALITY = 95;

export interface FitImageOptions {
  /** Names the image in errors. */
  ref: string;
  /** Largest width times height; larger images shrink to it. Default: no limit. */
  maxPixels?: number | undefined;
}

export interface FittedImage {
  bytes: Uint8Array;
  mediaType: string;
  /** Whether the pixels were encoded anew. */
  isReencoded: boolean;
}

/**
 * Makes an encoded image fit for a model server. The bytes stay as they are where they can; the image is encoded anew
 * when it is too large, turned by EXIF (servers differ in whether they look), of several frames, or of another format.
 * Pixel work happens on sharp's own threads.
 *
 * @throws ImageError, one line that names `ref`.
 */
export async function fitImage(encoded: Uint8Array, options: FitImageOptions): Promise<FittedImage> {
  const { ref, maxPixels = Infinity } = options;
  const sharp = await loadSharp();
  try {
    const meta = await sharp(encoded, { limitInputPixels: false }).metadata();
    const mediaType = mediaTypes[meta.format];
    const pixels = meta.width * (meta.pageHeight ?? meta.height);
    const isTurned = (meta.orientation ?? 1) !== 1;
    const isAnimated = (meta.pages ?? 1) > 1;
    if (mediaType !== undefined && pixels <= maxPixels && !isTurned && !isAnimated) return { bytes: encoded, mediaType, isReencoded: false };
    return await reencode(sharp, encoded, meta, maxPixels);
  } catch (cause) {
    throw new ImageError(`Image \`${ref}\`: expected an image that can be sent to a model, but it cannot be read (${oneLine(cause).replace(/\.$/, '')}).`, { cause });
  }
}

/** Photographs stay JPEG; everything else becomes PNG, which loses nothing of drawn lines and letters. */
async function reencode(sharp: SharpFactory, encoded: Uint8Array, meta: Metadata, maxPixels: number): Promise<FittedImage> {
  const [width, height] = (meta.orientation ?? 1) >= 5 ? [meta.height, meta.width] : [meta.width, meta.pageHeight ?? meta.height];
  let image = sharp(encoded, { pages: 1 }).autoOrient();
  if (width * height > maxPixels) image = image.resize({ ...shrink(width, height, maxPixels), fit: 'fill' });
  const isPhoto = meta.format === 'jpeg';
  const bytes = await (isPhoto ? image.jpeg({ quality: JPEG_QUALITY }) : image.png()).toBuffer();
  return { bytes, mediaType: isPhoto ? 'image/jpeg' : 'image/png', isReencoded: true };
}

/** The largest size in the same shape within the limit. */
function shrink(width: number, height: number, maxPixels: number): { width: number; height: number } {
  const scale = Math.sqrt(maxPixels / (width * height));
  const low = Math.max(1, Math.floor(Math.min(width, height) * scale));
  const high = Math.max(1, Math.floor(Math.min(Math.max(width, height) * scale, maxPixels / low)));
  return width >= height ? { width: high, height: low } : { width: low, height: high };
}
