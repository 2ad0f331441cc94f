import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type Point, line, polygon, sheet, text } from './svg-elements.js';

export interface FigureContent {
  width: number;
  height: number;
  /** Corners in order, each with its letter. */
  corners: Record<string, Point>;
  /** What is printed along the side from the n-th corner to the next; empty for nothing. */
  sides: string[];
  /** What is printed inside the n-th corner; empty for nothing. */
  angles?: string[];
  /** Letters of corners with a right-angle mark. */
  rightAngles?: string;
  /** Elements drawn over the figure (a height, a diagonal, a caption). */
  extras?: string[];
}

const unit = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};
const shift = (at: Point, by: Point, distance: number): Point => ({ x: at.x + by.x * distance, y: at.y + by.y * distance });

/** Draws a polygon with letters at its corners and lengths outside its sides. */
export function drawFigure({ width, height, corners, sides, angles = [], rightAngles = '', extras = [] }: FigureContent, look: Look): Drawing {
  const points = Object.values(corners);
  const at = (index: number): Point => points[(index + points.length) % points.length] as Point;
  const lengths = sides.map((label, index) => {
    const half = { x: (at(index).x + at(index + 1).x) / 2, y: (at(index).y + at(index + 1).y) / 2 };
    const along = unit(at(index), at(index + 1));
    // Corners run clockwise on the page, so this normal points outwards; a wide label needs more room beside a steep side.
    const outwards = { x: along.y, y: -along.x };
    return middle(shift(half, outwards, 18 + Math.abs(outwards.x) * label.length * 4.6), label, { size: 18 });
  });
  const corner = (index: number): Point => {
    const [before, after] = [unit(at(index), at(index - 1)), unit(at(index), at(index + 1))];
    return unit({ x: 0, y: 0 }, { x: before.x + after.x, y: before.y + after.y });
  };
  // Away from both sides: outside a plain corner, inside a corner that points inwards.
  const letters = Object.entries(corners).map(([letter, point], index) =>
    middle(shift(point, corner(index), -21), letter, { size: 20, weight: 600, style: 'italic' }));
  const angleLabels = angles.map((label, index) => middle(shift(at(index), corner(index), 52), label, { size: 17, fill: look.accent, weight: 600 }));
  const marks = [...rightAngles].map((letter) => {
    const index = Object.keys(corners).indexOf(letter);
    const [a, b] = [shift(at(index), unit(at(index), at(index - 1)), 16), shift(at(index), unit(at(index), at(index + 1)), 16)];
    const far = { x: a.x + b.x - at(index).x, y: a.y + b.y - at(index).y };
    return line(a, far, look.ink, 1.5) + line(far, b, look.ink, 1.5);
  });
  const shape = polygon(points, { fill: look.tint, stroke: look.accent, 'stroke-width': 2.5, 'stroke-linejoin': 'round' });
  return sheet(width, height, look, [shape, ...marks, ...letters, ...lengths, ...angleLabels, ...extras]);
}

/** Text centred on a point in both directions. */
function middle(point: Point, label: string, style: Parameters<typeof text>[2]): string {
  return label === '' ? '' : text({ x: point.x, y: point.y + (style?.size ?? 17) * 0.36 }, label, { ...style, anchor: 'middle' });
}
