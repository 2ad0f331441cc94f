import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../src/images/decode-image.js';
import { drawText, measureText } from '../../src/images/draw-text.js';
import { renderSvg } from '../../src/images/render-svg.js';
import { hasStrokeGlyph } from '../../src/images/stroke-font.js';

const page = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${body}</svg>`;

/** The columns that hold ink. */
async function inkColumns(svg: string): Promise<number[]> {
  const { raster } = await decodeImage(await renderSvg(svg), { ref: 'drawn' });
  return Array.from({ length: raster.width }, (_, x) => x)
    .filter((x) => Array.from({ length: raster.height }, (_, y) => y).some((y) => (raster.data[3 * (y * raster.width + x)] ?? 255) < 128));
}

describe('drawText', () => {
  it('draws without any font of the machine', async () => {
    const svg = page(drawText('123', 100, 60, { size: 40, anchor: 'middle' }));
    expect(svg).not.toContain('<text');
    const columns = await inkColumns(svg);
    const half = measureText('123', 40) / 2;
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(100 - half);
    expect(Math.max(...columns)).toBeLessThanOrEqual(100 + half);
    expect(columns.length).toBeGreaterThan(half);
  });

  it('renders the same bytes every time, and larger with a scale', async () => {
    const svg = page(drawText('A', 10, 60, { size: 40 }));
    expect(Buffer.from(await renderSvg(svg))).toEqual(Buffer.from(await renderSvg(svg)));
    expect((await decodeImage(await renderSvg(svg, { scale: 2 }), { ref: 'drawn' })).width).toBe(400);
  });

  it('has every printable ASCII character but the grave accent', () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    expect(ascii.filter((character) => !hasStrokeGlyph(character))).toEqual(['`']);
  });

  it('draws a hollow box for a character that it does not have', () => {
    expect(drawText('語', 0, 0, { size: 20 })).toContain('M2-14H10V0H2Z');
  });
});
