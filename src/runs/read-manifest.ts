import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { RunStoreError } from '../errors/index.js';
import { RUN_FORMAT, runManifestSchema, type RunManifest } from './manifest.js';
import { runStoreFault } from './run-store-fault.js';

export const manifestFile = (folder: string): string => path.join(folder, 'manifest.json');

const tagSchema = z.object({ format: z.string().startsWith('prm-run/') });

/**
 * Reads the manifest of a run folder.
 * @returns null when the folder has none.
 * @throws RunStoreError for a file that is not a manifest, or one of a format that this version does not know.
 */
export function readManifest(folder: string): RunManifest | null {
  const file = manifestFile(folder);
  const text = readIfThere(file);
  if (text === null) return null;
  const value = parseJson(text);
  const tag = tagSchema.safeParse(value);
  if (!tag.success) throw new RunStoreError(`Expected ${file} to be the manifest of a run, but it is something else. Choose another --run folder.`);
  if (tag.data.format !== RUN_FORMAT) {
    throw new RunStoreError(`Expected ${file} to have the format ${RUN_FORMAT}, got ${tag.data.format}. Use the version of prm that made it, or another --run folder.`);
  }
  const parsed = runManifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RunStoreError(`${file}: ${issue?.path.join('.')}: ${issue?.message}. Restore the file, or choose another --run folder.`);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw runStoreFault(`read ${file}`, error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
