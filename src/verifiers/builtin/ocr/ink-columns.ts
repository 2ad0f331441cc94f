import type { Raster } from '../../../images/raster.js';
import { findBackground } from './find-background.js';

/** Ink of a line crop: which rows of each column differ from the background. */
export interface InkColumns {
  width: number;
  height: number;
  /** Rows with ink, a column. */
  counts: Uint16Array;
  /** First and last row with ink, a column; `height` and -1 for a blank one. */
  tops: Int16Array;
  bottoms: Int16Array;
}

/** A pixel is ink when a channel differs from the background by this share of the largest difference in the crop. */
const INK_SHARE = 0.4;
const MIN_CONTRAST = 24;

/** Finds the ink of a crop, whatever its colours. Rows at the edges are ignored: rules and neighbours reach in there. */
export function findInkColumns(crop: Raster, edge = 0.06): InkColumns {
  const { width, height, data } = crop;
  const [red, green, blue] = findBackground(crop);
  const differences = new Uint8Array(width * height);
  let largest = MIN_CONTRAST;
  for (let i = 0; i < differences.length; i++) {
    const difference = Math.max(Math.abs((data[3 * i] ?? 0) - red), Math.abs((data[3 * i + 1] ?? 0) - green), Math.abs((data[3 * i + 2] ?? 0) - blue));
    differences[i] = difference;
    largest = Math.max(largest, difference);
  }
  const columns: InkColumns = {
    width, height, counts: new Uint16Array(width), tops: new Int16Array(width).fill(height), bottoms: new Int16Array(width).fill(-1),
  };
  for (let y = Math.round(height * edge); y < height - Math.round(height * edge); y++) {
    for (let x = 0; x < width; x++) {
      if ((differences[y * width + x] ?? 0) < INK_SHARE * largest) continue;
      columns.counts[x] = (columns.counts[x] ?? 0) + 1;
      columns.tops[x] = Math.min(columns.tops[x] ?? y, y);
      columns.bottoms[x] = y;
    }
  }
  return columns;
}
