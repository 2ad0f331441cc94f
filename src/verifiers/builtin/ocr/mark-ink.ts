import type { Raster } from '../../../images/raster.js';
import { findBackground } from './find-background.js';

/** Marks: grey ink (black print) and coloured ink are kept apart, so that print on coloured lines comes free. */
const GREY_INK = 1;
const COLOURED_INK = 2;

/** A channel differs from the background by at least this much in ink. */
const MIN_DIFFERENCE = 90;
/** The largest and the smallest channel differ by more than this in a colour. */
const MIN_SATURATION = 60;

/** Marks every pixel as background (0), grey ink or coloured ink. */
export function markInk(raster: Raster): Uint8Array {
  const { width, height, data } = raster;
  const [backRed, backGreen, backBlue] = findBackground(raster);
  const marks = new Uint8Array(width * height);
  for (let i = 0; i < marks.length; i++) {
    const red = data[3 * i] ?? 0;
    const green = data[3 * i + 1] ?? 0;
    const blue = data[3 * i + 2] ?? 0;
    const difference = Math.max(Math.abs(red - backRed), Math.abs(green - backGreen), Math.abs(blue - backBlue));
    if (difference < MIN_DIFFERENCE) continue;
    marks[i] = Math.max(red, green, blue) - Math.min(red, green, blue) > MIN_SATURATION ? COLOURED_INK : GREY_INK;
  }
  return marks;
}
