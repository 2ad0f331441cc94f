import path from 'node:path';
import { takeLock } from './take-lock.js';

/** Takes the exclusive lock of a run folder (see takeLock). */
export function lockFolder(folder: string): () => void {
  return takeLock(path.join(folder, 'lock'), { what: `the run folder ${folder}`, instead: 'choose another --run' });
}
