import { ImageError } from '../errors/index.js';
import { fetchImage, type FetchImageOptions } from '../images/fetch-image.js';
import type { ImageSource } from '../images/image-source.js';
import { limitPixels } from '../images/limit-pixels.js';
import { resolveImage } from '../images/resolve-image.js';

export interface ImagePolicy {
  /** The image root; null: no file is opened. */
  root: string | null;
  allowUrls: boolean;
  maxBytes: number;
  maxPixels: number;
  /** How URLs are fetched where they are allowed. */
  fetching?: FetchImageOptions | undefined;
}

/** Makes the opener of image references: `data:` URLs, paths under the root, and web addresses only where they are allowed. */
export function createImageOpener({ root, allowUrls, maxBytes, maxPixels, fetching }: ImagePolicy): (ref: string) => ImageSource {
  return (ref) => {
    if (/^https?:/i.test(ref)) {
      if (!allowUrls) throw new ImageError('Expected a data: URL or a path under the image root, got a web address. Start the server with --allow-image-urls to fetch images.');
      return limitPixels(fetchImage(ref, { ...fetching, maxBytes }), maxPixels);
    }
    if (root === null && !/^data:/i.test(ref)) throw new ImageError('Expected a data: URL, got a path. Start the server with --images DIR to read files.');
    return limitPixels(resolveImage(ref, { root: root ?? '.', maxBytes }), maxPixels);
  };
}
