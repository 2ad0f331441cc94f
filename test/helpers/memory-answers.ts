import type { ResponseStore } from '../../src/models/cache/response-store.js';

/** A store of answers in memory. */
export function createMemoryAnswers(): ResponseStore & { size(): number } {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    put: (key, value) => void kept.set(key, value),
    stats: () => ({ entries: kept.size, bytes: 0, failedWrites: 0 }),
    async clear() {
      const { size } = kept;
      kept.clear();
      return size;
    },
    async close() {},
    size: () => kept.size,
  };
}
