import type { Look } from '../../make-samples/drawing/look.js';
import { circle, line, rectangle, text } from '../../make-samples/drawing/svg-elements.js';
import type { SeededRandom } from '../../make-samples/seeded-random.js';

/** Room above and below a drawing that clutter takes, in pixels, by strength. */
export const clutterRoom = [{ above: 0, below: 0 }, { above: 0, below: 44 }, { above: 48, below: 78 }] as const;

const heads = ['Unit 7 | Practice sheet', 'Chapter 12: Reading data', 'Town Gazette, Saturday edition', 'Worksheet 3, Class 6B'];
const notes = ['Source: municipal survey, 2019', 'Figure 4.2, redrawn by the author', 'All entries checked twice', 'See also page 118', 'Preliminary, last changed 14 May'];
const asides = ['Answer in full sentences.', 'Do not write in this margin.', 'Scale and colours may vary in print.', 'Hand in by 30 June.'];

/** What lies behind a drawing: pale shapes. */
export function drawBackground(strength: number, width: number, height: number, look: Look, random: SeededRandom): string {
  return Array.from({ length: strength * 3 }, () =>
    circle({ x: random.whole(0, width), y: random.whole(0, height) }, random.whole(20, 70), { fill: look.tint, opacity: 0.7 })).join('');
}

/** What stands around a drawing: lines of print that have nothing to do with it, a rule, a stain. `bottom`: the lower edge of the drawing. */
export function drawClutter(strength: number, width: number, bottom: number, look: Look, random: SeededRandom): string {
  if (strength === 0) return '';
  const small = { size: 13, fill: look.muted } as const;
  const note = text({ x: 20, y: bottom + 24 }, random.pick(notes), small);
  if (strength === 1) return note;
  return [
    text({ x: 20, y: 26 }, random.pick(heads), { ...small, weight: 600 }), text({ x: width - 20, y: 26 }, String(random.whole(21, 349)), { ...small, anchor: 'end' }),
    line({ x: 16, y: 38 }, { x: width - 16, y: 38 }, look.muted, 1),
    note, text({ x: 20, y: bottom + 48 }, random.pick(asides), { ...small, style: 'italic' }),
    rectangle({ x: 12, y: bottom + 6 }, width - 24, 56, { fill: 'none', stroke: look.line, 'stroke-width': 1 }),
  ].join('');
}
