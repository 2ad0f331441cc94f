import { drawText } from '../../images/draw-text.js';
import { hasStrokeGlyph } from '../../images/stroke-font.js';

/** From the middle of a line of text to its baseline, in em: half of the height of capitals. */
const MIDDLE_TO_BASELINE = 0.35;
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/**
 * Draws the text of a plot's SVG as strokes, so that its picture is the same on machines without fonts.
 * Text with a character that our font lacks is left to the fonts of the machine.
 */
export function strokeText(svg: string): string {
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/gu, (whole, attributes: string, content: string) => {
    const text = content.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity).replaceAll('…', '...');
    if (![...text].every(hasStrokeGlyph)) return whole;
    const read = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`, 'u').exec(attributes)?.[1];
    const size = Number(/font-size:([\d.]+)px/u.exec(attributes)?.[1] ?? 12);
    const y = Number(read('y') ?? 0) + (read('dominant-baseline') === 'central' ? MIDDLE_TO_BASELINE * size : 0);
    const anchor = read('text-anchor');
    const strokes = drawText(text, Number(read('x') ?? 0), y, {
      size, colour: read('fill') ?? 'black', weight: attributes.includes('font-weight:bold') ? 0.13 : 0.09,
      anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    });
    return `<g transform="${read('transform') ?? ''}">${strokes}</g>`;
  });
}
