import { lookOf, type Look } from '../../make-samples/drawing/look.js';
import type { SeededRandom } from '../../make-samples/seeded-random.js';
import type { Difficulty } from './difficulty.js';

/** Typefaces by how unlike a screen font they are. */
const fonts: Record<number, readonly string[]> = {
  0: ['Inter', 'Open Sans', 'Roboto', 'Liberation Sans', 'DejaVu Sans', 'Lato'],
  1: ['Noto Serif', 'Liberation Serif', 'DejaVu Serif'],
  2: ['DejaVu Sans Mono', 'Liberation Mono', 'DejaVu Serif Condensed', 'DejaVu Sans Condensed'],
};

/** Chooses colours and a typeface. */
export function chooseLook({ font }: Difficulty, random: SeededRandom): Look {
  return { ...lookOf(random.whole(0, 6)), font: random.pick(fonts[font] ?? ['DejaVu Sans']) };
}
