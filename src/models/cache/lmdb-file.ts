import path from 'node:path';

/** The one file of a store, beside which LMDB keeps a lock of the same name. */
export function lmdbFile(folder: string): string {
  return path.join(folder, 'answers.mdb');
}
