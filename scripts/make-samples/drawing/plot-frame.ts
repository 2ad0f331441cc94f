import type { Look } from './look.js';
import { type Point, line, text } from './svg-elements.js';

export interface PlotContent {
  title: string;
  /** What the upright axis measures, with its unit. */
  axis: string;
  /** The upright axis goes from 0 to `top` with a printed tick every `tick`. */
  top: number;
  tick: number;
  labels: string[];
  values: number[];
  /** Whether each value is printed beside its mark. */
  printValues: boolean;
}

export interface PlotFrame {
  /** Title, axes, ticks and grid: what lies below the marks. */
  elements: string[];
  /** Where the value of the n-th label lies. */
  place: (index: number, value: number) => Point;
  /** Room for one label, in pixels. */
  band: number;
  /** Height of the zero line on the page. */
  floor: number;
}

export const plotSize = { width: 600, height: 400 };
const area = { left: 78, right: 576, top: 68, bottom: 336 };

/** Lays out the axes that bar and line charts share. */
export function framePlot({ title, axis, top, tick, labels }: PlotContent, look: Look): PlotFrame {
  const band = (area.right - area.left) / labels.length;
  const height = (value: number): number => area.bottom - (value / top) * (area.bottom - area.top);
  const place = (index: number, value: number): Point => ({ x: area.left + band * (index + 0.5), y: height(value) });
  const ticks = Array.from({ length: Math.round(top / tick) + 1 }, (_, index) => index * tick);
  const middle = (area.top + area.bottom) / 2;
  return {
    band, place, floor: area.bottom,
    elements: [
      text({ x: plotSize.width / 2, y: 36 }, title, { size: 20, weight: 700, anchor: 'middle' }),
      text({ x: 24, y: middle }, axis, { size: 15, fill: look.muted, anchor: 'middle', rotate: -90 }),
      ...ticks.flatMap((value) => [
        line({ x: area.left, y: height(value) }, { x: area.right, y: height(value) }, value === 0 ? look.ink : look.line, value === 0 ? 1.5 : 1),
        text({ x: area.left - 10, y: height(value) + 5 }, String(value), { size: 15, fill: look.muted, anchor: 'end' }),
      ]),
      line({ x: area.left, y: area.top }, { x: area.left, y: area.bottom }, look.ink, 1.5),
      ...labels.map((label, index) => text({ x: place(index, 0).x, y: area.bottom + 26 }, label, { size: 16, anchor: 'middle' })),
    ],
  };
}
