import { cropTurnedBox } from '../../../images/crop-turned-box.js';
import type { Raster } from '../../../images/raster.js';
import type { TurnedBox } from '../../../images/turned-box.js';
import { cutIntoWords, type LooseWord } from './cut-into-words.js';
import { findUpsideDown } from './find-upside-down.js';
import type { OcrModels } from './load-models.js';
import { isSlanted, isVertical, standUpright, turnAround } from './reading-directions.js';
import { LINE_HEIGHT, recogniseLines } from './recognise-lines.js';

/** Longest line in pixels that is read in one piece. */
const MAX_LINE_WIDTH = 2400;
const MIN_CONFIDENCE = 0.5;
/** A long line below this mean confidence is read from its other end too. */
const DOUBTFUL = 0.7;
const LONG = 2;

interface Reading {
  /** The direction it was read in. */
  box: TurnedBox;
  words: LooseWord[];
  /** Mean over characters, in [0,1]; 0 for none. */
  confidence: number;
}

/**
 * Reads the text in boxes and cuts it into words; words that the network is unsure of are dropped.
 * Vertical boxes are turned the way the orientation network says; short ones are read as an upright character too, and
 * doubtful ones from both ends. Of several readings of a box the surest is taken.
 */
export async function readBoxes(models: OcrModels, raster: Raster, boxes: readonly TurnedBox[]): Promise<LooseWord[]> {
  const vertical = boxes.filter(isVertical);
  const upsideDown = await findUpsideDown(models.cls, raster, vertical);
  const turned = new Map(vertical.map((box, i) => [box, upsideDown[i] ? turnAround(box) : box]));
  const tries = boxes.map((box) => [turned.get(box) ?? box, standUpright(box)].filter((direction) => direction !== null));
  const readings = await readInDirections(models, raster, tries);
  const doubtful = boxes.map((_, i) => i).filter((i) => isDoubtful(tries[i]?.[0], readings[i]));
  const again = await readInDirections(models, raster, doubtful.map((i) => [turnAround(tries[i]?.[0] as TurnedBox)]));
  doubtful.forEach((i, k) => {
    readings[i] = surer(readings[i] as Reading, again[k] as Reading);
  });
  return readings
    .flatMap(({ box, words }, index) => words.map((word, order) => ({ ...word, strip: isSlanted(box) ? { index, order } : null })))
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
}

/** Reads each box in each of its directions and keeps the surest reading of each. */
async function readInDirections(models: OcrModels, raster: Raster, tries: readonly (readonly TurnedBox[])[]): Promise<Reading[]> {
  const all = tries.flat();
  const crops = all.map((box) =>
    cropTurnedBox(raster, box, Math.max(8, Math.min(MAX_LINE_WIDTH, Math.round((LINE_HEIGHT * box.width) / box.height))), LINE_HEIGHT));
  const lines = await recogniseLines(models.rec, models.alphabet, crops);
  const readings = lines.map((line, i): Reading => ({
    box: all[i] as TurnedBox,
    words: cutIntoWords(line, crops[i] as Raster, all[i] as TurnedBox),
    confidence: line.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, line.length),
  }));
  let next = 0;
  return tries.map((directions) => readings.slice(next, (next += directions.length)).reduce(surer));
}

/** Whether the other end of a box is worth a look. */
function isDoubtful(box: TurnedBox | undefined, reading: Reading | undefined): boolean {
  return box !== undefined && reading !== undefined && box.width >= LONG * box.height && reading.confidence < DOUBTFUL;
}

/** The surer one of two readings. */
function surer(a: Reading, b: Reading): Reading {
  return b.confidence > a.confidence ? b : a;
}
