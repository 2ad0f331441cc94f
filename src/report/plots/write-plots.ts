import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../errors/index.js';
import { renderSvg } from '../../images/render-svg.js';
import { oneLine } from '../../util/one-line.js';
import type { Plot } from './plot.js';
import { renderPlot } from './render-plot.js';
import { strokeText } from './stroke-text.js';

/** Size of the files: for a column of text, and in print sharp at twice as many pixels. */
const WIDTH = 720;
const PIXELS_A_UNIT = 2;

/** Writes each plot as `NAME.svg` and `NAME.png` on white into a folder, which is made. @returns the files. @throws UsageError. */
export async function writePlots(folder: string, plots: readonly Plot[]): Promise<string[]> {
  const files: string[] = [];
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    files.push(file);
  };
  try {
    await mkdir(folder, { recursive: true });
    for (const plot of plots) {
      const svg = await renderPlot(plot, WIDTH);
      await write(`${plot.name}.svg`, svg);
      await write(`${plot.name}.png`, await renderSvg(strokeText(svg), { scale: PIXELS_A_UNIT }));
    }
  } catch (error) {
    throw new UsageError(`Expected to write plots into ${folder}: ${oneLine(error)}`);
  }
  return files;
}
