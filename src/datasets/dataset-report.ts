/** What happened while a file was read. Filled as the records are consumed; final when they end. */
export interface DatasetReport {
  /** Records yielded. */
  read: number;
  /** Lines left out under `onBadLine: 'skip'`, in order. */
  skipped: { line: number; reason: string }[];
  /** What a person should know about records that were read all the same. `line` is null for the whole file. */
  warnings: { line: number | null; message: string }[];
  /** How many records took their id from which key; `content` counts the hashed ones. */
  identity: Record<string, number>;
}

/** An empty report. */
export function startReport(): DatasetReport {
  return { read: 0, skipped: [], warnings: [], identity: {} };
}
