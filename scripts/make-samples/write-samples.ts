import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderSvg } from '../../src/images/render-svg.js';
import type { Sample } from './build-samples.js';

/** Writes `problems.jsonl` alone. */
export async function writeProblems(samples: readonly Sample[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'problems.jsonl'), samples.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
}

/** Renders the drawings to PNG. Their pixels depend on the fonts of this machine. */
export async function writeImages(samples: readonly Sample[], folder: string): Promise<void> {
  await mkdir(path.join(folder, 'images'), { recursive: true });
  for (const { record, drawings } of samples) {
    for (const [index, drawing] of drawings.entries()) {
      await writeFile(path.join(folder, record.problem.images[index] ?? ''), await renderSvg(drawing.svg));
    }
  }
}
