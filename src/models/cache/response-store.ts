/** Where answers outlive the process. Values are text; a key is only written again to forget what it held. */
export interface ResponseStore {
  get(key: string): string | undefined;
  /** Writes in the background. What cannot be written is counted in `stats().failedWrites`, and asked anew next time. */
  put(key: string, value: string): void;
  stats(): { entries: number; bytes: number; failedWrites: number };
  /** Forgets everything. Gives the number of answers removed. */
  clear(): Promise<number>;
  /** Waits for the writes. */
  close(): Promise<void>;
}
