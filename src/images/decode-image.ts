import type { Metadata } from 'sharp';
import { ImageError } from '../errors/index.js';
import { defaultImageLimits } from './image-limits.js';
import { loadSharp, type SharpFactory } from './load-sharp.js';
import type { Raster } from './raster.js';

const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']);

export interface DecodeImageOptions {
  /** Names the image in errors. */
  ref: string;
  /** Limit on width times height of one frame, checked in the header before any pixel is decoded. Default 40 million. */
  maxPixels?: number;
  /** Shrinks the pixels while decoding so that neither side is longer than this. Default: no shrinking. */
  maxSide?: number;
}

export interface DecodedImage {
  /** Size of the upright image in the file, in pixels. */
  width: number;
  height: number;
  /** Its pixels; smaller than width x height only where `maxSide` shrank them. */
  raster: Raster;
  /** What a person should know: a first frame was taken, the image was shrunk. */
  notes: string[];
}

/**
 * Decodes an image to upright 8-bit sRGB: EXIF orientation applied, first frame of animations and pages, CMYK and
 * 16-bit converted, transparency laid over white.
 *
 * @throws ImageError, one line that names `ref`: empty, truncated, not an image, or too many pixels.
 */
export async function decodeImage(encoded: Uint8Array, options: DecodeImageOptions): Promise<DecodedImage> {
  const { ref, maxPixels = defaultImageLimits.maxPixels, maxSide = Infinity } = options;
  if (encoded.length === 0) throw new ImageError(`Image \`${ref}\`: expected an image, but it is empty.`);
  const sharp = await loadSharp();
  const meta = await readHeader(sharp, encoded, ref);
  const [width, height] = uprightSize(meta);
  if (width * height > maxPixels) {
    throw new ImageError(`Image \`${ref}\`: expected at most ${maxPixels} pixels, but it has ${width} x ${height}. Make it smaller, or raise the limit.`);
  }
  const notes: string[] = [];
  if ((meta.pages ?? 1) > 1) notes.push(`${ref}: only the first of ${meta.pages} frames was read`);
  const isShrunk = Math.max(width, height) > maxSide;
  if (isShrunk) notes.push(`${ref}: ${width} x ${height} pixels were shrunk to at most ${maxSide} a side for reading`);

  try {
    let image = sharp(encoded, { failOn: 'error', limitInputPixels: maxPixels, pages: 1 }).autoOrient();
    if (isShrunk) image = image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await image.flatten({ background: 'white' }).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { width, height, raster: { width: info.width, height: info.height, data: toThreeChannels(data, info.channels) }, notes };
  } catch (cause) {
    throw new ImageError(`Image \`${ref}\`: expected a whole ${meta.format} image, but its pixels cannot be decoded (${firstLine(cause)}). The file may be truncated.`, { cause });
  }
}

/** Reads format and size without decoding pixels. */
async function readHeader(sharp: SharpFactory, encoded: Uint8Array, ref: string): Promise<Metadata> {
  let meta: Metadata;
  try {
    meta = await sharp(encoded, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new ImageError(`Image \`${ref}\`: expected a PNG, JPEG, WebP, GIF, TIFF or AVIF image, but it is not one, or it is cut off (${firstLine(cause)}).`, { cause });
  }
  if (!readable.has(meta.format)) {
    throw new ImageError(`Image \`${ref}\`: expected a PNG, JPEG, WebP, GIF, TIFF or AVIF image, but it is ${meta.format}. Convert it to PNG.`);
  }
  return meta;
}

/** Width and height of one frame after the EXIF orientation. */
function uprightSize(meta: Metadata): [width: number, height: number] {
  const { width } = meta;
  const height = meta.pageHeight ?? meta.height;
  return (meta.orientation ?? 1) >= 5 ? [height, width] : [width, height];
}

/** Grey images come with one channel even in sRGB; everything after this counts on three. */
function toThreeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = data[channels * i + (channels >= 3 ? c : 0)] ?? 0;
  }
  return rgb;
}

/** The first line of an error message, without the full stop at its end. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
}
