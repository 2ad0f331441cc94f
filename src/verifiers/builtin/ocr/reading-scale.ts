/** Longest side in pixels of an image that is read; larger ones are shrunk while they are decoded. */
export const MAX_READ_SIDE = 3000;
/** Small images are enlarged to this many pixels, at most twofold: print of 8 pixels is too small for the networks. */
const COMFORTABLE_PIXELS = 400_000;
const MAX_ENLARGEMENT = 2;
/** Time and memory of detection grow with the pixels (about 300 MB here): larger images are shrunk to this. */
const MAX_PIXELS = 1_200_000;

/** The factor by which an image is resized before it is read. */
export function chooseReadingScale(width: number, height: number): number {
  const pixels = width * height;
  if (pixels > MAX_PIXELS) return Math.sqrt(MAX_PIXELS / pixels);
  return Math.max(1, Math.min(MAX_ENLARGEMENT, Math.sqrt(COMFORTABLE_PIXELS / pixels)));
}
