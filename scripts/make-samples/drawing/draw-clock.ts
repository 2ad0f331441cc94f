import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type Point, around, circle, line, sheet, text } from './svg-elements.js';

const middle: Point = { x: 200, y: 190 };
const radius = 150;

/** Draws a clock face with printed hours that shows a time (minutes after midnight), with a caption below. */
export function drawClock(minutes: number, caption: string, look: Look): Drawing {
  const ticks = Array.from({ length: 60 }, (_, tick) => {
    const isHour = tick % 5 === 0;
    return line(around(middle, radius - (isHour ? 17 : 11), tick * 6), around(middle, radius - 6, tick * 6), isHour ? look.ink : look.muted, isHour ? 3 : 1.2);
  });
  const hours = Array.from({ length: 12 }, (_, index) => {
    const at = around(middle, radius - 36, (index + 1) * 30);
    return text({ x: at.x, y: at.y + 8 }, String(index + 1), { size: 22, weight: 600, anchor: 'middle' });
  });
  const hand = (degrees: number, length: number, width: number, colour: string): string =>
    line(around(middle, -18, degrees), around(middle, length, degrees), colour, width);
  return sheet(400, 400, look, [
    circle(middle, radius, { fill: look.tint, stroke: look.accent, 'stroke-width': 6 }),
    ...ticks, ...hours,
    hand((minutes % 720) / 2, 66, 7, look.ink),
    hand((minutes % 60) * 6, 98, 4.5, look.accent),
    circle(middle, 8, { fill: look.ink }),
    text({ x: middle.x, y: 382 }, caption, { size: 19, weight: 600, anchor: 'middle' }),
  ]);
}
