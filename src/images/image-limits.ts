/** What an image may cost. Decided here once. */
export interface ImageLimits {
  /** Encoded size in bytes. */
  maxBytes: number;
  /** Width times height of the first frame. */
  maxPixels: number;
}

export const defaultImageLimits: ImageLimits = { maxBytes: 64 * 1024 * 1024, maxPixels: 40_000_000 };
