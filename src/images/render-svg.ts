import { loadSharp } from './load-sharp.js';

/**
 * Renders an SVG document to PNG bytes on white. One SVG unit is one pixel times `scale`. With `colours` (2 to 256) the file has
 * a palette of at most so many, and is a fraction of the size.
 * `<text>` depends on the fonts of the machine (there may be none): draw text with `drawText` instead.
 */
export async function renderSvg(svg: string, options: { scale?: number; colours?: number } = {}): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg), { density: 72 * (options.scale ?? 1) })
    .flatten({ background: 'white' })
    .png(options.colours === undefined ? {} : { palette: true, colours: options.colours, dither: 0 })
    .toBuffer();
}
