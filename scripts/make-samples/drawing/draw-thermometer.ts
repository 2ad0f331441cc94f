import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { circle, line, rectangle, sheet, text } from './svg-elements.js';

const column = { x: 190, width: 26, top: 70, bottom: 410 };
const [low, high] = [-10, 40];
const level = (degrees: number): number => column.bottom - ((degrees - low) / (high - low)) * (column.bottom - column.top);

/** Draws a thermometer from -10 to 40 °C with a printed number every ten degrees and a mark every two. */
export function drawThermometer(degrees: number, caption: string, look: Look): Drawing {
  const marks = Array.from({ length: (high - low) / 2 + 1 }, (_, index) => {
    const value = low + 2 * index;
    const isNumbered = value % 10 === 0;
    const y = level(value);
    const tick = line({ x: 222, y }, { x: isNumbered ? 246 : 236, y }, isNumbered ? look.ink : look.muted, isNumbered ? 2 : 1);
    return isNumbered ? tick + text({ x: 254, y: y + 7 }, String(value), { size: 18, weight: 600 }) : tick;
  });
  const middle = column.x + column.width / 2;
  return sheet(400, 500, look, [
    text({ x: 200, y: 38 }, caption, { size: 20, weight: 700, anchor: 'middle' }),
    rectangle({ x: column.x, y: column.top - 14 }, column.width, column.bottom - column.top + 30, { fill: look.tint, stroke: look.muted, 'stroke-width': 2, rx: 13 }),
    circle({ x: middle, y: 446 }, 29, { fill: look.second, stroke: look.muted, 'stroke-width': 2 }),
    rectangle({ x: column.x + 7, y: level(degrees) }, column.width - 14, 440 - level(degrees), { fill: look.second }),
    ...marks,
    text({ x: 260, y: column.top - 20 }, '°C', { size: 18, fill: look.muted }),
  ]);
}
