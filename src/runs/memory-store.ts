import { assertJson } from '../util/assert-json.js';
import { encodeRunKey, type RunKey } from './run-key.js';
import type { RunFailure, RunStore } from './run-store.js';

/** A run store without a folder, for single checks and tests. Values are kept as text, so that nobody can change them. */
export function createMemoryStore(): RunStore {
  const records = new Map<string, { key: RunKey; text: string }>();
  const failures = new Map<string, RunFailure>();
  return {
    get size() {
      return records.size;
    },
    has: (key) => records.has(encodeRunKey(key)),
    async get(key) {
      const record = records.get(encodeRunKey(key));
      return record === undefined ? undefined : (JSON.parse(record.text) as unknown);
    },
    async put(key, value) {
      assertJson(value);
      records.set(encodeRunKey(key), { key, text: JSON.stringify(value) });
      failures.delete(encodeRunKey(key));
    },
    async fail(key, reason) {
      if (!records.has(encodeRunKey(key))) failures.set(encodeRunKey(key), { key, reason });
    },
    *keys() {
      for (const { key } of records.values()) yield key;
    },
    failures: () => failures.values(),
    async close() {},
  };
}
