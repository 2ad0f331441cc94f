import type { Raster } from '../../../images/raster.js';
import type { Point, TurnedBox } from '../../../images/turned-box.js';
import { findBackground } from './find-background.js';
import { detectionNormalisation, writeImageTensor } from './image-tensor.js';
import { labelComponents, type Component } from './label-components.js';
import { boundAtAngle, findMinAreaBox } from './min-area-box.js';
import type { OcrSession } from './ocr-session.js';
import { unclipBox } from './unclip-box.js';

/** A place where text may be, in pixels of the raster it was found in. */
export interface TextBox extends TurnedBox {
  /** Mean text probability inside, in [0,1]. */
  score: number;
}

/** Thresholds of the DB post-processing (PaddleOCR `DBPostProcess`). */
export interface DetectionOptions {
  /** A pixel belongs to a text kernel above this probability. */
  pixelThreshold: number;
  /** A kernel counts above this mean probability. */
  boxThreshold: number;
  unclipRatio: number;
  /** Background-coloured pixels around the image, so that text at its border is seen whole. */
  margin: number;
}

const defaultDetectionOptions: DetectionOptions = { pixelThreshold: 0.3, boxThreshold: 0.5, unclipRatio: 1.6, margin: 32 };

/** A kernel whose sides differ by less than this factor has no direction of its own: it is taken as upright. */
const SQUARISH = 1.6;
const MIN_SIDE = 2;
/** The network halves its input five times. */
const STRIDE = 32;

/** Finds text in a raster with the DB network. */
export async function detectText(session: OcrSession, raster: Raster, options: DetectionOptions = defaultDetectionOptions): Promise<TextBox[]> {
  const { margin, pixelThreshold, boxThreshold, unclipRatio } = options;
  const width = Math.ceil((raster.width + 2 * margin) / STRIDE) * STRIDE;
  const height = Math.ceil((raster.height + 2 * margin) / STRIDE) * STRIDE;
  const input = new Float32Array(3 * width * height);
  fillPlanes(input, findBackground(raster), width * height);
  writeImageTensor(raster, { target: input, width, height, index: 0, left: margin, top: margin }, detectionNormalisation);
  const { data: map } = await session.run(input, [1, 3, height, width]);

  const mask = new Uint8Array(map.length);
  for (let i = 0; i < mask.length; i++) mask[i] = (map[i] ?? 0) > pixelThreshold ? 1 : 0;
  return labelComponents(mask, width, height).flatMap((component) => {
    const score = meanAt(map, component.pixels);
    const kernel = boxKernel(component, width);
    if (score < boxThreshold || Math.min(kernel.width, kernel.height) < MIN_SIDE) return [];
    const box = unclipBox(kernel, unclipRatio);
    return [{ ...box, centreX: box.centreX - margin, centreY: box.centreY - margin, score }];
  });
}

/** Fills the planes of a batch of one with a colour, normalised. */
function fillPlanes(input: Float32Array, colour: readonly [number, number, number], plane: number): void {
  const { mean, deviation } = detectionNormalisation;
  for (let c = 0; c < 3; c++) {
    const value = ((colour[2 - c] ?? 0) / 255 - (mean[c] ?? 0)) / (deviation[c] ?? 1);
    input.fill(value, c * plane, (c + 1) * plane);
  }
}

/** The box around a kernel: turned for long ones, upright for squarish ones, whose least area has a chance angle. */
function boxKernel(component: Component, width: number): TurnedBox {
  const outline = outlineOf(component, width);
  const turned = findMinAreaBox(outline);
  return turned.width < SQUARISH * turned.height ? boundAtAngle(outline, 0) : turned;
}

/** Outer corners of the first and last pixel of each row: enough for the hull. */
function outlineOf({ pixels, minX, minY, maxX, maxY }: Component, width: number): Point[] {
  const rows = maxY - minY + 1;
  const first = new Int32Array(rows).fill(maxX);
  const last = new Int32Array(rows).fill(minX);
  for (const at of pixels) {
    const x = at % width;
    const row = (at - x) / width - minY;
    first[row] = Math.min(first[row] ?? x, x);
    last[row] = Math.max(last[row] ?? x, x);
  }
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => [minY + row, minY + row + 1].flatMap((y) => [
    { x: first[row] ?? minX, y },
    { x: (last[row] ?? maxX) + 1, y },
  ]));
}

/** Mean of a map over pixels. */
function meanAt(map: Float32Array, pixels: Int32Array): number {
  let sum = 0;
  for (const at of pixels) sum += map[at] ?? 0;
  return sum / pixels.length;
}
