import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type Point, around, circle, element, line, sheet, text } from './svg-elements.js';

export interface GaugeContent {
  title: string;
  unit: string;
  /** The scale goes from 0 to `top`, with a number every `tick` and `parts` divisions between numbers. */
  top: number;
  tick: number;
  parts: number;
  /** Where the needle stands. */
  value: number;
}

const middle: Point = { x: 230, y: 236 };
const radius = 170;
const sweep = 240;

/** Draws a round dial of 240 degrees with a printed scale and a needle. */
export function drawGauge({ title, unit, top, tick, parts, value }: GaugeContent, look: Look): Drawing {
  const angle = (at: number): number => (at / top) * sweep - sweep / 2;
  const divisions = Array.from({ length: (top / tick) * parts + 1 }, (_, index) => {
    const isNumbered = index % parts === 0;
    const at = angle((index * tick) / parts);
    return line(around(middle, radius - (isNumbered ? 20 : 12), at), around(middle, radius - 3, at), isNumbered ? look.ink : look.muted, isNumbered ? 3 : 1.4);
  });
  const numbers = Array.from({ length: top / tick + 1 }, (_, index) => {
    const at = around(middle, radius - 42, angle(index * tick));
    return text({ x: at.x, y: at.y + 7 }, String(index * tick), { size: 19, weight: 600, anchor: 'middle' });
  });
  const [start, end] = [around(middle, radius, -sweep / 2), around(middle, radius, sweep / 2)];
  const rim = element('path', { d: `M ${start.x} ${start.y} A ${radius} ${radius} 0 1 1 ${end.x} ${end.y}`, fill: 'none', stroke: look.accent, 'stroke-width': 6, 'stroke-linecap': 'round' });
  return sheet(460, 390, look, [
    text({ x: middle.x, y: 36 }, title, { size: 20, weight: 700, anchor: 'middle' }),
    rim, ...divisions, ...numbers,
    text({ x: middle.x, y: middle.y + 66 }, unit, { size: 20, fill: look.muted, anchor: 'middle' }),
    line(around(middle, -24, angle(value)), around(middle, radius - 62, angle(value)), look.second, 5),
    circle(middle, 11, { fill: look.ink }),
  ]);
}
