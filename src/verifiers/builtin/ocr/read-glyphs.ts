import { cropTurnedBox } from '../../../images/crop-turned-box.js';
import type { Raster } from '../../../images/raster.js';
import { cutOutGlyphs } from './cut-out-glyphs.js';
import type { OcrModels } from './load-models.js';
import { markInk } from './mark-ink.js';
import { proposeGlyphs } from './propose-glyphs.js';
import { cutIntoWords, type LooseWord } from './cut-into-words.js';
import { LINE_HEIGHT, recogniseLines } from './recognise-lines.js';

/** Margin around a glyph as a share of its height: what the network saw around lines when it was trained. */
const MARGIN = 0.25;
const MIN_CONFIDENCE = 0.9;
/** What labels of diagrams are made of; anything else that the network sees in loose ink is a picture. */
const plausible = /^[A-Za-z0-9°%.,+\-()/√π′'$€£=]+$/;

/** Reads loose characters outside the given words, each freed from the lines around it. */
export async function readGlyphs(models: OcrModels, raster: Raster, words: readonly LooseWord[]): Promise<LooseWord[]> {
  const marks = markInk(raster);
  const groups = proposeGlyphs(marks, raster.width, raster.height, words.map(({ box }) => box));
  const cuts = groups.map((group) => {
    const margin = Math.ceil(MARGIN * group.box.height);
    const { x, y, width, height } = group.box;
    return {
      ink: cutOutGlyphs(raster, marks, group, margin),
      place: { centreX: x + width / 2, centreY: y + height / 2, width: width + 2 * margin, height: height + 2 * margin, angle: 0 },
    };
  });
  const crops = cuts.map(({ ink: { width, height, data } }) => cropTurnedBox(
    { width, height, data },
    { centreX: width / 2, centreY: height / 2, width, height, angle: 0 },
    Math.max(8, Math.round((LINE_HEIGHT * width) / height)), LINE_HEIGHT,
  ));
  const lines = await recogniseLines(models.rec, models.alphabet, crops);
  return lines.flatMap((line, i) => {
    const [crop, cut] = [crops[i], cuts[i]];
    if (!crop || !cut) return [];
    return cutIntoWords(line, crop, cut.place).filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && plausible.test(text));
  });
}
