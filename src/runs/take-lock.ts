import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { RunStoreError } from '../errors/index.js';
import { isRunning, readProcessStart } from './read-process.js';
import { attemptIo } from './run-store-fault.js';

const holderSchema = z.object({ pid: z.int().positive(), host: z.string(), start: z.string().nullable(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** How often a stale lock may be taken away before giving up: each time another process was faster. */
const tries = 5;

/** What a lock keeps for one process, for messages. */
export interface Locked {
  /** As in "the run folder NAME". */
  what: string;
  /** What who comes second may do, as in "choose another --run". */
  instead: string;
  /** Whether the lock of another machine is taken over: nobody here can know whether its holder lives. Default false. */
  takesForeign?: boolean;
}

/**
 * Takes an exclusive lock, a file. The lock of a process that no longer runs on this machine is taken over.
 * @returns a function that gives it back; idempotent.
 * @throws RunStoreError when another process, or this one, holds it.
 */
export function takeLock(file: string, locked: Locked): () => void {
  const own: Holder = { pid: process.pid, host: hostname(), start: readProcessStart(process.pid), token: randomUUID() };
  return attemptIo(`lock ${locked.what}`, () => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (createWhole(file, `${JSON.stringify(own)}\n`, own.token)) return () => release(file, own.token);
      const seen = readText(file);
      if (seen === null) continue;
      const holder = parseHolder(seen);
      if (holder === null || !(isStale(holder) || (locked.takesForeign === true && holder.host !== hostname()))) throw held(locked, file, holder);
      takeAway(file, seen, own.token);
    }
    throw held(locked, file, null);
  });
}

/** Creates the lock with its text in one move, so that nobody reads half of it. False when there is one. */
function createWhole(file: string, text: string, token: string): boolean {
  const temporary = `${file}.${token}`;
  writeFileSync(temporary, text);
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return createExclusively(file, text);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The second best way, for file systems without links. */
function createExclusively(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock; when another process had put its own there meanwhile, that one is put back. */
function takeAway(file: string, seen: string, token: string): void {
  const aside = `${file}.${token}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readText(aside);
  if (moved !== seen && moved !== null) createWhole(file, moved, token);
  rmSync(aside, { force: true });
}

function release(file: string, token: string): void {
  const text = readText(file);
  if (text !== null && parseHolder(text)?.token === token) rmSync(file, { force: true });
}

/** A lock of another machine is not called stale: nobody here can know. */
function isStale({ pid, host, start }: Holder): boolean {
  if (host !== hostname()) return false;
  if (!isRunning(pid)) return true;
  return start !== null && readProcessStart(pid) !== start;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function held({ what, instead }: Locked, file: string, holder: Holder | null): RunStoreError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new RunStoreError(`Expected ${what} to be free, but ${who} is using it. Wait for it, or ${instead}; if it is gone, delete ${file}.`);
}
