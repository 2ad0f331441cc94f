import type { RunKey } from './run-key.js';

/** Work that failed and has no record yet: it is tried again on resume. */
export interface RunFailure {
  key: RunKey;
  /** One line for a person. */
  reason: string;
}

/**
 * Where finished units of work outlive the process. Every implementation passes `test/runs/run-store-contract.ts`.
 * Values are JSON data; what `get` returns equals what was put, in the same order of keys.
 */
export interface RunStore {
  /** Number of finished units. */
  readonly size: number;
  has(key: RunKey): boolean;
  /** @returns undefined when the unit is not finished. @throws RunStoreError when it cannot be read back. */
  get(key: RunKey): Promise<unknown>;
  /**
   * Records a finished unit; the last write to a key wins, and a failure of the key is superseded.
   * @throws UsageError for a value that is not JSON data (NaN, infinities). RunStoreError when it cannot be written: then
   * nothing written before is lost, and the unit counts as not done.
   */
  put(key: RunKey, value: unknown): Promise<void>;
  /** Lists work that failed, with its last reason. Work that has a record stays finished. */
  fail(key: RunKey, reason: string): Promise<void>;
  /** Keys of finished units, in order of first writing. */
  keys(): IterableIterator<RunKey>;
  /** Work that failed and is not finished, in order of first failure. */
  failures(): IterableIterator<RunFailure>;
  /** Makes everything durable and frees the store. Idempotent; no other method may follow. */
  close(): Promise<void>;
}
