import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSharp } from '../../../src/images/load-sharp.js';
import { writePlots } from '../../../src/report/plots/write-plots.js';
import { tempFolder } from '../../helpers/temp-folder.js';
import { buildForest, interval } from './build-plots.js';

const plot = buildForest({ 'tables \u0001 & charts': interval(0.1, 0.05) });

describe('writePlots', () => {
  it('writes each plot as SVG and as a picture of it at twice the size', async () => {
    const folder = path.join(tempFolder(), 'a', 'plots');
    expect((await writePlots(folder, [plot])).map((file) => path.basename(file))).toEqual(['forest.svg', 'forest.png']);
    expect(readFileSync(path.join(folder, 'forest.svg'), 'utf8')).toContain('tables');
    const sharp = await loadSharp();
    const picture = sharp(readFileSync(path.join(folder, 'forest.png')));
    expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1440, height: 2 * plot.height });
    expect((await picture.stats()).channels.every(({ min, max }) => min < 100 && max === 255)).toBe(true);
  });

  it('says where it could not write', async () => {
    const file = path.join(tempFolder(), 'file');
    writeFileSync(file, '');
    await expect(writePlots(file, [plot])).rejects.toThrow(`Expected to write plots into ${file}`);
  });
});
