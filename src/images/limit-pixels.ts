import { ImageError } from '../errors/index.js';
import { SharedFlights } from '../util/shared-flights.js';
import { hashBytes } from './hash-bytes.js';
import type { ImageSource } from './image-source.js';
import { loadSharp } from './load-sharp.js';

/** The same image, refused by its header when it is no image or has too many pixels: before anything decodes it. */
export function limitPixels(image: ImageSource, maxPixels: number): ImageSource {
  let checked: Promise<void> | undefined;
  let hash: string | undefined;
  const flights = new SharedFlights<string>();
  const check = async (encoded: Uint8Array): Promise<void> => {
    const sharp = await loadSharp();
    const { width, height, pageHeight } = await sharp(encoded, { limitInputPixels: false }).metadata()
      .catch((cause: unknown) => { throw new ImageError(`Image \`${image.ref}\`: expected a PNG, JPEG, WebP, GIF, TIFF or AVIF image, but it is not one, or it is cut off.`, { cause }); });
    if (width * (pageHeight ?? height) > maxPixels) throw new ImageError(`Image \`${image.ref}\`: expected at most ${maxPixels} pixels, but it has ${width} x ${pageHeight ?? height}. Make it smaller, or raise the limit.`);
  };
  const bytes = async (signal?: AbortSignal): Promise<Uint8Array> => {
    const encoded = await image.bytes(signal);
    await (checked ??= check(encoded));
    return encoded;
  };
  return { ref: image.ref, bytes, sha256: async (signal) => (hash ??= await flights.board('hash', signal, async (stop) => hashBytes(await bytes(stop)))) };
}
