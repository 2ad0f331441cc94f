import { fitImage } from '../../images/fit-image.js';
import type { ImageSource } from '../../images/image-source.js';

/** A few photographs, or many drawings: for neighbouring problems with the same image. Images in use are kept whatever their number. */
const DEFAULT_MAX_CHARS = 4 * 1024 * 1024;

export interface ImageUrlsOptions {
  /** Largest width times height that is sent. Default: no limit. */
  maxPixels?: number | undefined;
  /** Characters of data URLs to keep of images that nobody uses any more. Default 4 Mi. */
  maxChars?: number;
}

/**
 * Makes data URLs, once per image content: calls of the same image share one, for as long as somebody holds the image.
 * Of those that nobody holds the least recently used go first when `maxChars` is passed. Failures are not kept.
 */
export function createImageUrls(options: ImageUrlsOptions = {}): (image: ImageSource) => Promise<string> {
  const { maxPixels, maxChars = DEFAULT_MAX_CHARS } = options;
  const ready = new Map<string, string>();
  const making = new Map<string, Promise<string>>();
  const inUse = new WeakMap<ImageSource, Promise<string>>();
  let chars = 0;

  async function encode(image: ImageSource): Promise<string> {
    const { bytes, mediaType } = await fitImage(await image.bytes(), { ref: image.ref, maxPixels });
    return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
  }

  function keep(hash: string, url: string): void {
    ready.set(hash, url);
    chars += url.length;
    for (const [oldest, { length }] of ready) {
      if (chars <= maxChars || ready.size <= 1) return;
      ready.delete(oldest);
      chars -= length;
    }
  }

  async function share(image: ImageSource): Promise<string> {
    const hash = await image.sha256();
    const known = ready.get(hash);
    if (known !== undefined) {
      // Back to the end: a Map keeps the order of insertion.
      ready.delete(hash);
      ready.set(hash, known);
      return known;
    }
    const begun = making.get(hash);
    if (begun) return begun;
    const made = encode(image);
    making.set(hash, made);
    try {
      const url = await made;
      keep(hash, url);
      return url;
    } finally {
      making.delete(hash);
    }
  }

  return (image) => {
    const known = inUse.get(image);
    if (known) return known;
    const made = share(image);
    inUse.set(image, made);
    made.catch(() => inUse.delete(image));
    return made;
  };
}
