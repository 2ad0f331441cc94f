import type { Drawing } from './drawing.js';
import type { Look } from './look.js';

export interface Point {
  x: number;
  y: number;
}

type Attributes = Record<string, string | number | undefined>;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const tidy = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escape(value));

/** Writes one element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${tidy(value)}"`]));
  return `<${name}${written.join('')}>${content}</${name}>`;
}

export interface TextStyle {
  size?: number;
  fill?: string;
  weight?: 400 | 600 | 700;
  anchor?: 'start' | 'middle' | 'end';
  style?: 'italic';
  /** Degrees, clockwise, about the anchor. */
  rotate?: number;
}

/** Writes text with its baseline at `at`. */
export function text(at: Point, content: string, style: TextStyle = {}): string {
  return element('text', {
    x: at.x, y: at.y, 'font-size': style.size ?? 17, fill: style.fill, 'font-weight': style.weight, 'text-anchor': style.anchor,
    'font-style': style.style, transform: style.rotate === undefined ? undefined : `rotate(${style.rotate} ${at.x} ${at.y})`,
  }, escape(content));
}

export const line = (from: Point, to: Point, stroke: string, width = 1, dash?: string): string =>
  element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke, 'stroke-width': width, 'stroke-dasharray': dash, 'stroke-linecap': 'round' });

export const rectangle = (at: Point, width: number, height: number, attributes: Attributes): string =>
  element('rect', { x: at.x, y: at.y, width, height, ...attributes });

export const circle = (at: Point, radius: number, attributes: Attributes): string =>
  element('circle', { cx: at.x, cy: at.y, r: radius, ...attributes });

export const polygon = (points: readonly Point[], attributes: Attributes): string =>
  element('polygon', { points: points.map(({ x, y }) => `${tidy(x)},${tidy(y)}`).join(' '), ...attributes });

/** Guesses the width of a text in pixels, a little too wide. */
export const guessWidth = (content: string, size: number): number => content.length * size * 0.6;

/** The point at a distance and an angle (degrees, clockwise from 12 o'clock) from a centre. */
export const around = (centre: Point, radius: number, degrees: number): Point => ({
  x: centre.x + radius * Math.sin((degrees * Math.PI) / 180),
  y: centre.y - radius * Math.cos((degrees * Math.PI) / 180),
});

/** Puts elements on paper in the typeface of a look. */
export function sheet(width: number, height: number, look: Look, elements: readonly string[]): Drawing {
  const paper = rectangle({ x: 0, y: 0 }, width, height, { fill: look.paper });
  const body = element('g', { 'font-family': `${look.font}, DejaVu Sans, sans-serif`, fill: look.ink }, paper + elements.join(''));
  return { width, height, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>` };
}
