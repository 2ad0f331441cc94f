import { rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { RunStoreError } from '../errors/index.js';
import { assertJson } from '../util/assert-json.js';
import { LineLog, type LinePlace, type WriteBytes } from './line-log.js';
import { replaceFile } from './replace-file.js';
import { encodeRunKey, runKeySchema, type RunKey } from './run-key.js';
import { attemptIo } from './run-store-fault.js';
import type { RunFailure, RunStore } from './run-store.js';

export const recordsFile = (folder: string): string => path.join(folder, 'records.jsonl');
export const failuresFile = (folder: string): string => path.join(folder, 'failures.jsonl');

const recordSchema = runKeySchema.extend({ value: z.unknown() });
const failureSchema = runKeySchema.extend({ reason: z.string() });

/** A power failure may cost at most about this much work; a killed process costs none. */
const syncEveryMs = 1000;

export interface FileStoreOptions {
  /** Milliseconds, for the pace of syncing. Default: the clock. */
  now?: () => number;
  /** Default: `fs.writeSync`. */
  write?: WriteBytes;
}

/**
 * The run store of a folder: `records.jsonl` and `failures.jsonl`. Values stay on disk; memory holds a key and a place a record.
 * The caller holds the folder's lock.
 * @throws RunStoreError when a file cannot be opened, or holds a damaged line that is not the last.
 */
export function openFileStore(folder: string, { now = Date.now, write }: FileStoreOptions = {}): RunStore {
  const places = new Map<string, LinePlace>();
  const failures = new Map<string, RunFailure>();
  let failureLines = 0;
  const records = LineLog.open(recordsFile(folder), (value, place, line) => {
    const { value: _, ...key } = parseShape(recordSchema, value, recordsFile(folder), line);
    places.set(encodeRunKey(key), place);
  }, write);
  const failureLog = openOrClose(records, () => LineLog.open(failuresFile(folder), (value, _, line) => {
    const { reason, ...key } = parseShape(failureSchema, value, failuresFile(folder), line);
    failureLines += 1;
    if (!places.has(encodeRunKey(key))) failures.set(encodeRunKey(key), { key, reason });
  }, write));
  let syncedAt = now();
  let isClosed = false;

  const syncSometimes = (): void => {
    if (now() - syncedAt < syncEveryMs) return;
    records.sync();
    syncedAt = now();
  };
  return {
    get size() {
      return places.size;
    },
    has: (key) => places.has(encodeRunKey(key)),
    async get(key) {
      const place = places.get(encodeRunKey(key));
      return place === undefined ? undefined : (records.read(place) as { value: unknown }).value;
    },
    async put(key, value) {
      assertJson(value);
      places.set(encodeRunKey(key), records.append(JSON.stringify({ ...orderKey(key), value })));
      failures.delete(encodeRunKey(key));
      syncSometimes();
    },
    async fail(key, reason) {
      if (places.has(encodeRunKey(key))) return;
      failureLog.append(JSON.stringify({ ...orderKey(key), reason }));
      failureLines += 1;
      failures.set(encodeRunKey(key), { key, reason });
    },
    *keys() {
      for (const text of places.keys()) yield decodeKey(text);
    },
    failures: () => failures.values(),
    async close() {
      if (isClosed) return;
      isClosed = true;
      try {
        records.close();
      } finally {
        failureLog.close();
      }
      if (failureLines > failures.size || failures.size === 0) rewriteFailures(folder, [...failures.values()]);
    },
  };
}

/** Leaves only what still fails in the file that a person reads. */
function rewriteFailures(folder: string, failures: readonly RunFailure[]): void {
  const file = failuresFile(folder);
  if (failures.length === 0) attemptIo(`remove ${file}`, () => rmSync(file, { force: true }));
  else replaceFile(file, failures.map(({ key, reason }) => `${JSON.stringify({ ...orderKey(key), reason })}\n`).join(''));
}

function openOrClose(opened: LineLog, open: () => LineLog): LineLog {
  try {
    return open();
  } catch (error) {
    opened.close();
    throw error;
  }
}

function parseShape<Shape>(schema: z.ZodType<Shape>, value: unknown, file: string, line: number): Shape {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RunStoreError(`${file}:${line}: ${issue?.path.join('.')}: ${issue?.message}. Restore the file, or start anew with --fresh.`);
}

const orderKey = ({ configuration, problem, candidate, stage, step, sample }: RunKey): RunKey => ({ configuration, problem, candidate, stage, step, sample });

function decodeKey(text: string): RunKey {
  const [configuration, problem, candidate, stage, step, sample] = JSON.parse(text) as [string, string, number | null, string, number | null, number];
  return { configuration, problem, candidate, stage, step, sample };
}
