import { tryJson } from '../http/try-json.js';
import type { ResponseStore } from './response-store.js';

/** The answer that a store has under a key; undefined where it has none, or has one that was forgotten or is damaged. */
export function readKept(store: ResponseStore, key: string): unknown {
  const kept = store.get(key);
  return kept === undefined ? undefined : tryJson(kept);
}
