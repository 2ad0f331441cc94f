import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderSvg } from '../../src/images/render-svg.js';
import type { DrawnPair } from './build-pairs.js';

/** Colours of a written image: few enough for small files, enough for smooth print. */
const COLOURS = 48;

/** Writes `pairs.jsonl` and the images of each pair, one pair after the other. Pixels depend on the fonts of this machine. Returns the number of pairs. */
export async function writePairs(pairs: Iterable<DrawnPair>, folder: string): Promise<number> {
  await mkdir(path.join(folder, 'images'), { recursive: true });
  const file = await open(path.join(folder, 'pairs.jsonl'), 'w');
  let count = 0;
  try {
    for (const { pair, drawings } of pairs) {
      for (const [at, { image }] of pair.versions.entries()) await writeFile(path.join(folder, image), await renderSvg(drawings[at]?.svg ?? '', { colours: COLOURS }));
      await file.write(`${JSON.stringify(pair)}\n`);
      count += 1;
    }
  } finally {
    await file.close();
  }
  return count;
}
