import { findStrokeGlyph } from './stroke-font.js';

/** Units of the stroke font in one em. */
const EM = 20;

export interface TextStyle {
  /** Em size in pixels; capitals are 0.7 of it. */
  size: number;
  /** Which point of the text lies at x. Default `start`. */
  anchor?: 'start' | 'middle' | 'end';
  /** Pen width in em: 0.08 is light, 0.1 regular (the default), 0.15 bold. */
  weight?: number;
  /** Any CSS colour. Default black. */
  colour?: string;
  /** Clockwise turn around (x, y), in degrees. Default 0. */
  rotate?: number;
}

/** Width of a text in pixels at an em size in pixels. */
export function measureText(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + findStrokeGlyph(character).advance, 0) * (size / EM);
}

/**
 * Draws one line of text as an SVG fragment of strokes: no `<text>`, so that no font of the machine matters.
 * (x, y) is on the baseline.
 */
export function drawText(text: string, x: number, y: number, style: TextStyle): string {
  const { size, anchor = 'start', weight = 0.1, colour = 'black', rotate = 0 } = style;
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * measureText(text, size);
  let pen = 0;
  const strokes = [...text].map((character) => {
    const { advance, path } = findStrokeGlyph(character);
    const place = pen;
    pen += advance;
    return path && `<path transform="translate(${place} 0)" d="${path}"/>`;
  });
  const turn = rotate === 0 ? '' : `rotate(${rotate}) `;
  return `<g transform="translate(${x} ${y}) ${turn}translate(${-shift} 0) scale(${size / EM})" fill="none" stroke="${colour}"`
    + ` stroke-width="${weight * EM}" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g>`;
}
