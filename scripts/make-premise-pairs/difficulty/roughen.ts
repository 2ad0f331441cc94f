import type { Drawing } from '../../make-samples/drawing/drawing.js';
import type { Look } from '../../make-samples/drawing/look.js';
import { element, rectangle } from '../../make-samples/drawing/svg-elements.js';
import { seedRandom } from '../../make-samples/seeded-random.js';
import type { Difficulty } from './difficulty.js';
import { clutterRoom, drawBackground, drawClutter } from './draw-clutter.js';
import { drawSpecks } from './draw-specks.js';

/** Degrees by which a page lies askew, blur in pixels, and the size of everything, by strength. */
const skew = [0, 1.5, 3] as const;
const blur = [0, 0.35, 0.6] as const;
const size = [1, 1, 0.85] as const;

/** Puts a drawing on a page that is harder to read. The same seed puts the same hindrances on both versions of a pair. */
export function roughen(drawing: Drawing, look: Look, { font, clutter, rotation, noise }: Difficulty, seed: string): Drawing {
  const random = seedRandom(seed);
  const { above, below } = clutterRoom[clutter as 0 | 1 | 2];
  const [width, height] = [drawing.width, drawing.height + above + below];
  const angle = skew[rotation as 0 | 1 | 2] * random.pick([-1, 1]);
  const inner = element('svg', { y: above, width: drawing.width, height: drawing.height, viewBox: `0 0 ${drawing.width} ${drawing.height}` }, drawing.svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''));
  const behind = drawBackground(clutter, width, height, look, random);
  const around = drawClutter(clutter, width, above + drawing.height, look, random);
  const page = element('g', {
    transform: angle === 0 ? undefined : `rotate(${angle} ${width / 2} ${height / 2})`,
    'font-family': `${look.font}, DejaVu Sans, sans-serif`, filter: noise === 0 ? undefined : 'url(#blur)',
  }, inner + around);
  const filter = noise === 0 ? '' : `<filter id="blur"><feGaussianBlur stdDeviation="${blur[noise as 1 | 2]}"/></filter>`;
  const scale = size[font as 0 | 1 | 2];
  const [outerWidth, outerHeight] = [Math.round(width * scale), Math.round(height * scale)];
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: outerWidth, height: outerHeight, viewBox: `0 0 ${width} ${height}` },
    filter + rectangle({ x: 0, y: 0 }, width, height, { fill: look.paper }) + behind + page + drawSpecks(noise, width, height, random));
  return { width: outerWidth, height: outerHeight, svg };
}
