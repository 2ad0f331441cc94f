import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeImages } from './make-images.js';
import { makeLoad, type LoadOptions } from './load.js';

export interface BenchFolder {
  path: string;
  /** The file of problems. */
  file: string;
  remove(): void;
}

/** A folder of its own with a file of problems and their images, written as a stream. `images`: how many differ; default: one a problem. */
export async function makeBenchFolder({ images: count, ...load }: Omit<LoadOptions, 'images'> & { images?: number }): Promise<BenchFolder> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prm-server-'));
  const file = path.join(folder, 'problems.jsonl');
  const images = makeImages(folder, count ?? load.problems);
  const lines = function* (): Generator<string> {
    for (const record of makeLoad({ ...load, images })) yield `${JSON.stringify(record)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return { path: folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
