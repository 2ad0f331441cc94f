import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { RunStoreError } from '../errors/index.js';
import { assertJson } from '../util/assert-json.js';
import { compareSettings } from './compare-settings.js';
import { failuresFile, openFileStore, recordsFile, type FileStoreOptions } from './file-store.js';
import { lockFolder } from './lock-folder.js';
import { RUN_FORMAT, type RunManifest, type RunSession, type RunSettings, type SessionModel } from './manifest.js';
import { manifestFile, readManifest } from './read-manifest.js';
import { replaceFile } from './replace-file.js';
import { attemptIo } from './run-store-fault.js';
import type { RunStore } from './run-store.js';

/** What a run is made with. */
export interface RunDescription extends Pick<RunSession, 'optionsGiven' | 'packages'> {
  settings: RunSettings;
}

export interface OpenRunOptions extends FileStoreOptions {
  /** Throw away what the folder's run holds and start anew. Default false. */
  fresh?: boolean;
}

/** An open run folder. It is locked until it is closed. */
export interface Run extends RunStore {
  readonly folder: string;
  /** Whether the folder held a run already. */
  readonly isResumed: boolean;
  /** Notes how long something took, in milliseconds; goes into the manifest when the run is closed. Adds up under one name. */
  noteTiming(name: string, milliseconds: number): void;
  /** Sets what the manifest says of the models when the run is closed. */
  noteModels(facts: { models: readonly SessionModel[]; notes: readonly string[] }): void;
}

/**
 * Creates the run of a folder, or resumes it when it was made with the same settings.
 * Files: `manifest.json`, `records.jsonl`, `failures.jsonl`, `lock` (docs/runs.md).
 * @throws RunStoreError when another process uses the folder, when its run was made with other settings (the message names
 * them), when a file of it is damaged or of an unknown format, or when it cannot be written. UsageError for a description
 * that is not JSON data.
 */
export async function openRun(folder: string, description: RunDescription, options: OpenRunOptions = {}): Promise<Run> {
  const { fresh = false, now = Date.now, ...io } = options;
  assertJson(description, 'description');
  attemptIo(`make the run folder ${folder}`, () => mkdirSync(folder, { recursive: true }));
  const unlock = lockFolder(folder);
  try {
    const found = readManifest(folder);
    checkRecordsHaveManifest(folder, found);
    if (fresh) removeRecords(folder);
    const before = fresh ? null : found;
    if (before !== null) checkSettings(folder, before.settings, description.settings);
    const manifest = addSession(before, description, now());
    writeManifest(folder, manifest);
    return withManifest(openFileStore(folder, { ...io, now }), { folder, manifest, isResumed: before !== null, now, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Adds to a store what belongs to the folder: timings, the end of the session, the lock. */
function withManifest(
  store: RunStore,
  { folder, manifest, isResumed, now, unlock }: { folder: string; manifest: RunManifest; isResumed: boolean; now: () => number; unlock: () => void },
): Run {
  const timings = new Map<string, number>();
  let learnt: Pick<RunSession, 'models' | 'notes'> = {};
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await store.close();
      const session = manifest.sessions.at(-1) as RunSession;
      const ended = { ...session, endedAt: new Date(now()).toISOString(), timings: Object.fromEntries(timings), ...learnt };
      writeManifest(folder, { ...manifest, sessions: [...manifest.sessions.slice(0, -1), ended] });
    } finally {
      unlock();
    }
  };
  return {
    folder,
    isResumed,
    get size() {
      return store.size;
    },
    has: store.has,
    get: store.get,
    put: store.put,
    fail: store.fail,
    keys: store.keys,
    failures: store.failures,
    noteTiming: (name, milliseconds) => void timings.set(name, (timings.get(name) ?? 0) + milliseconds),
    noteModels: ({ models, notes }) => { learnt = { ...(models.length > 0 ? { models: [...models] } : {}), ...(notes.length > 0 ? { notes: [...notes] } : {}) }; },
    close: () => (closing ??= close()),
  };
}

function addSession(before: RunManifest | null, { settings, optionsGiven, packages }: RunDescription, now: number): RunManifest {
  const session: RunSession = { startedAt: new Date(now).toISOString(), endedAt: null, optionsGiven, packages, timings: {} };
  return { format: RUN_FORMAT, settings, sessions: [...(before?.sessions ?? []), session] };
}

const writeManifest = (folder: string, manifest: RunManifest): void => replaceFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`);

function checkSettings(folder: string, before: RunSettings, now: RunSettings): void {
  const differences = compareSettings(before, now);
  if (differences.length === 0) return;
  throw new RunStoreError(`Expected the run in ${folder} to have the same settings, but ${differences.join(', ')}. Use another --run folder, or --fresh to start anew.`);
}

/** A records file without a manifest is not ours: it is neither continued nor thrown away. */
function checkRecordsHaveManifest(folder: string, manifest: RunManifest | null): void {
  if (manifest !== null || !existsSync(recordsFile(folder))) return;
  throw new RunStoreError(`Expected ${manifestFile(folder)} beside ${recordsFile(folder)}, but there is none. Restore it, or choose another --run folder.`);
}

/** Records go before the manifest is replaced, so that a kill in between never leaves old records under new settings. */
function removeRecords(folder: string): void {
  for (const file of [recordsFile(folder), failuresFile(folder)]) attemptIo(`remove ${file}`, () => rmSync(file, { force: true }));
}
