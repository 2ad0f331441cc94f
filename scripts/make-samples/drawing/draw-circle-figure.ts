import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type Point, around, circle, line, sheet, text } from './svg-elements.js';

export interface CircleFigureContent {
  /** Letter of the centre. */
  centre: string;
  /** The spoke or diameter: letters of its ends on the circle, its printed length. */
  end: string;
  opposite?: string;
  length: string;
}

const middle: Point = { x: 230, y: 196 };
const radius = 146;
const tilt = 68;

/** Draws a circle with its centre and a labelled radius, or a diameter when `opposite` is given. */
export function drawCircleFigure({ centre, end, opposite, length }: CircleFigureContent, look: Look): Drawing {
  const tip = around(middle, radius, tilt);
  const tail = opposite === undefined ? middle : around(middle, radius, tilt + 180);
  const letter = (at: Point, content: string): string =>
    text({ x: at.x, y: at.y + 7 }, content, { size: 20, weight: 600, style: 'italic', anchor: 'middle' });
  const half = around(opposite === undefined ? { x: (tip.x + middle.x) / 2, y: (tip.y + middle.y) / 2 } : around(middle, 62, tilt), 20, tilt - 90);
  return sheet(460, 400, look, [
    circle(middle, radius, { fill: look.tint, stroke: look.accent, 'stroke-width': 2.5 }),
    line(tail, tip, look.second, 2.5),
    circle(middle, 4, { fill: look.ink }),
    letter(around(middle, 22, 180), centre),
    letter(around(middle, radius + 20, tilt), end),
    ...(opposite === undefined ? [] : [letter(around(middle, radius + 20, tilt + 180), opposite)]),
    text({ x: half.x - 4, y: half.y + 4 }, length, { size: 18, anchor: 'middle' }),
  ]);
}
