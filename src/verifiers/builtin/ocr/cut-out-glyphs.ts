import type { Raster } from '../../../images/raster.js';
import { findBackground } from './find-background.js';
import type { GlyphGroup } from './propose-glyphs.js';

/**
 * Copies the ink of a group onto plain background, with a margin in pixels around it: lines and other print that cross its box
 * stay behind. The pixels around the ink come along where they are not ink themselves, since edges are soft.
 */
export function cutOutGlyphs(raster: Raster, marks: Uint8Array, { components, box }: GlyphGroup, margin: number): Raster {
  const width = box.width + 2 * margin;
  const height = box.height + 2 * margin;
  const background = findBackground(raster);
  const data = new Uint8Array(3 * width * height);
  for (let i = 0; i < data.length; i++) data[i] = background[i % 3] ?? 0;

  function copy(x: number, y: number): void {
    const from = 3 * (y * raster.width + x);
    const to = 3 * ((y - box.y + margin) * width + x - box.x + margin);
    for (let c = 0; c < 3; c++) data[to + c] = raster.data[from + c] ?? 0;
  }

  for (const { pixels } of components) {
    for (const at of pixels) {
      const x = at % raster.width;
      const y = (at - x) / raster.width;
      copy(x, y);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(raster.height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(raster.width - 1, x + 1); nx++) {
          if (marks[ny * raster.width + nx] === 0) copy(nx, ny);
        }
      }
    }
  }
  return { width, height, data };
}
