/** Pixels of an upright image: 8-bit sRGB, three bytes a pixel, rows from top to bottom without padding. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
