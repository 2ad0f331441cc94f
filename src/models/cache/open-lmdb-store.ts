import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { RootDatabase } from 'lmdb';
import { MissingDependencyError, RunStoreError } from '../../errors/index.js';
import { oneLine } from '../../util/one-line.js';
import { isForeignFile } from './is-foreign-file.js';
import { lmdbFile } from './lmdb-file.js';
import type { ResponseStore } from './response-store.js';

/**
 * Opens a store in one memory-mapped file under `folder`. Several processes may use it at once. Only plain reads and
 * writes of text are used: no child databases, no removals, no prefetching.
 * @throws RunStoreError when the folder cannot be used.
 */
export async function openLmdbStore(folder: string): Promise<ResponseStore> {
  const file = lmdbFile(folder);
  const lmdb = await import('lmdb').catch((cause: unknown) => { throw new MissingDependencyError('lmdb', 'the cache of model answers', { cause }); });
  let database: RootDatabase<string, string>;
  try {
    await mkdir(folder, { recursive: true });
    if (await isForeignFile(file)) throw new Error(`${file} is no cache of answers`);
    // With overlapping syncs, a process that opens the file can undo the last commit of another that writes.
    database = lmdb.open<string, string>({ path: file, noSubdir: true, encoding: 'string', overlappingSync: false });
  } catch (cause) {
    throw new RunStoreError(`Expected a folder for the cache at ${folder}, but it cannot be opened (${oneLine(cause)}). Choose another, or do without a cache.`, { cause });
  }
  let failedWrites = 0;
  // A write shows only once its batch is committed; until then the value is found here.
  const pending = new Map<string, { value: string; written: Promise<void> }>();
  const drain = async (): Promise<void> => { while (pending.size > 0) await Promise.all([...pending.values()].map(({ written }) => written)); };

  return {
    get: (key) => pending.get(key)?.value ?? database.get(key),
    put(key, value) {
      const settle = (): void => { if (pending.get(key) === entry) pending.delete(key); };
      const written = database.put(key, value).then(settle, () => { failedWrites++; settle(); });
      const entry = { value, written };
      pending.set(key, entry);
    },
    stats: () => ({ entries: database.getCount(), bytes: statSync(file).size, failedWrites }),
    async clear() {
      await drain();
      // Counted and removed at once, whatever other processes write meanwhile.
      return database.transaction(() => {
        const removed = database.getCount();
        database.clearSync();
        return removed;
      });
    },
    async close() {
      await drain();
      await database.close();
    },
  };
}
