import type { z } from 'zod';
import { RunStoreError } from '../errors/index.js';
import type { RunKey, RunStore } from '../runs/index.js';

/**
 * Reads a record of a run back exactly as it was put: checked, but not parsed anew, which would change the order of its keys and so
 * the export. @throws RunStoreError when it does not have the form of this version.
 */
export async function readBack<T>(run: RunStore, key: RunKey, schema: z.ZodType): Promise<T | null> {
  const value = await run.get(key);
  if (value === undefined) return null;
  const checked = schema.safeParse(value);
  if (!checked.success) throw new RunStoreError(`Expected the record ${key.stage} of ${key.problem} in the form of this version, but ${checked.error.issues[0]?.message ?? 'it differs'}. Use --fresh to start anew.`);
  return value as T;
}
