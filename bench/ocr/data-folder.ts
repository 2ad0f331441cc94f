import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the real data, or the end of the bench with a word why. */
export function requireDataFolder(): string {
  const folder = process.env['PRM_DATA_DIR'];
  if (folder) return folder;
  console.log('skipped: set PRM_DATA_DIR to the folder of the real data');
  process.exit(0);
}

/** The records of a JSON Lines file. */
export function readRecords<T>(folder: string, file: string): T[] {
  return readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
}
