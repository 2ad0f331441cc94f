import { fitImage } from '../../images/fit-image.js';
import type { ImageSource } from '../../images/image-source.js';

/** About 40 photographs at a time: enough for the problems in flight, bounded over a run of any length. */
const DEFAULT_MAX_CHARS = 64 * 1024 * 1024;

export interface ImageUrlsOptions {
  /** Largest width times height that is sent. Default: no limit. */
  maxPixels?: number | undefined;
  /** Characters of data URLs to keep. Default 64 Mi. */
  maxChars?: number;
}

/**
 * Makes data URLs, once per image content: calls of the same image share one. The least recently used go first when
 * `maxChars` is passed. Failures are not kept.
 */
export function createImageUrls(options: ImageUrlsOptions = {}): (image: ImageSource) => Promise<string> {
  const { maxPixels, maxChars = DEFAULT_MAX_CHARS } = options;
  const ready = new Map<string, string>();
  const making = new Map<string, Promise<string>>();
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

  return async function toUrl(image) {
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
  };
}
