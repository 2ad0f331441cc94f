import { existsSync } from 'node:fs';
import { lmdbFile } from './lmdb-file.js';
import { openLmdbStore } from './open-lmdb-store.js';
import type { ResponseStore } from './response-store.js';

/** Opens the store of a folder that has one; null, and nothing made, where there is none. @throws as openLmdbStore does. */
export async function openExistingStore(folder: string): Promise<ResponseStore | null> {
  return existsSync(lmdbFile(folder)) ? openLmdbStore(folder) : null;
}
