import { open, rename, type FileHandle } from 'node:fs/promises';
import { RunStoreError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { nameNextPart } from './log-parts.js';
import { takeLock } from './take-lock.js';

/** How long until a failed write is tried again, in milliseconds. */
const RETRY_MS = 1000;
const NEWLINE = 0x0a;

export interface RotatingLogOptions {
  /** A file of so many bytes is put aside as FILE.1, FILE.2, … and a new one begun. Default 256 MiB. */
  maxBytes?: number | undefined;
  /** Characters that may wait to be written; lines beyond are dropped and counted. Default 32 million. */
  maxPending?: number | undefined;
  /** Makes the line that stands in the place of lines that were dropped. */
  describeGap: (dropped: number) => string;
  /** Told when writing begins to fail, and when it works again. */
  onTrouble?: ((message: string) => void) | undefined;
}

/**
 * An append-only file of lines for who cannot wait: `append` returns at once, and what waits is bounded. What was written is never cut,
 * overwritten or deleted: a torn line (a full disk, a kill) stays as it is, and the next one begins on a line of its own. What comes
 * while the disk is at work is written as one piece and synced, so a line is safe from a power failure within one such round.
 * One process writes at a time: two would put the same part aside.
 */
export class RotatingLog {
  readonly #file: string;
  readonly #options: RotatingLogOptions;
  readonly #unlock: () => void;
  #handle: FileHandle;
  #size: number;
  #isTorn: boolean;
  #pending: string[] = [];
  #pendingLength = 0;
  #gap = 0;
  #dropped = 0;
  #isFailing = false;
  #isClosed = false;
  #round: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;

  private constructor(file: string, unlock: () => void, handle: FileHandle, size: number, isTorn: boolean, options: RotatingLogOptions) {
    this.#file = file;
    this.#unlock = unlock;
    this.#handle = handle;
    this.#size = size;
    this.#isTorn = isTorn;
    this.#options = options;
  }

  /** Opens or creates the file. @throws RunStoreError, one line, when that is impossible, or another process writes it. */
  static async open(file: string, options: RotatingLogOptions): Promise<RotatingLog> {
    await (await openAtEnd(file)).handle.close();
    // A container that is made anew has another name, and must not wait for the one that it replaces.
    const unlock = takeLock(`${file}.lock`, { what: `the log ${file}`, instead: 'choose another file', takesForeign: true });
    try {
      const { handle, size, isTorn } = await openAtEnd(file);
      return new RotatingLog(file, unlock, handle, size, isTorn, options);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Lines that were dropped since it was opened. */
  get dropped(): number { return this.#dropped; }

  /** Takes a line to be written soon. @returns false when it was dropped. */
  append(line: string): boolean {
    const { maxPending = 32_000_000 } = this.#options;
    if (this.#isClosed || this.#pendingLength + line.length > maxPending) {
      this.#gap += 1;
      this.#dropped += 1;
      return false;
    }
    this.#settleGap();
    this.#wait([line]);
    this.#begin();
    return true;
  }

  /** Writes what waits, with one last try where the disk fails, and closes the file. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#round;
    this.#settleGap();
    await this.#write();
    await this.#handle.close();
    this.#unlock();
    if (this.#pending.length > 0) this.#options.onTrouble?.(`${this.#pending.length} lines could not be written to ${this.#file}.`);
  }

  #settleGap(): void {
    if (this.#gap > 0) this.#wait([this.#options.describeGap(this.#gap)]);
    this.#gap = 0;
  }

  #wait(lines: readonly string[]): void {
    this.#pending.push(...lines);
    for (const { length } of lines) this.#pendingLength += length;
  }

  #begin(): void {
    if (this.#round !== null || this.#retry !== null) return;
    this.#round = this.#write().finally(() => {
      this.#round = null;
      if (this.#isClosed || this.#pending.length === 0) return;
      if (!this.#isFailing) this.#begin();
      else this.#retry = setTimeout(() => { this.#retry = null; this.#begin(); }, RETRY_MS);
    });
  }

  /** Writes all that waits as one piece. On failure what is not whole in the file goes on waiting, before what came since. */
  async #write(): Promise<void> {
    const lines = this.#pending;
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${this.#isTorn ? '\n' : ''}${lines.join('\n')}\n`);
    const start = this.#isTorn ? 1 : 0;
    this.#pending = [];
    let done = 0;
    let failure: unknown = null;
    try {
      while (done < bytes.length) done += (await this.#handle.write(bytes, done)).bytesWritten;
      await this.#handle.datasync();
    } catch (error) {
      failure = error;
    }
    const whole = countLines(bytes.subarray(start, done));
    for (const { length } of lines.slice(0, whole)) this.#pendingLength -= length;
    this.#pending = [...lines.slice(whole), ...this.#pending];
    this.#size += done;
    if (done > 0) this.#isTorn = bytes[done - 1] !== NEWLINE;
    try {
      if (failure === null && this.#size >= (this.#options.maxBytes ?? 256 * 1024 ** 2)) await this.#putAside();
    } catch (error) {
      failure = error;
    }
    this.#tell(failure);
  }

  async #putAside(): Promise<void> {
    await rename(this.#file, await nameNextPart(this.#file));
    const full = this.#handle;
    this.#handle = await open(this.#file, 'a');
    this.#size = 0;
    await full.close();
  }

  #tell(failure: unknown): void {
    if ((failure !== null) === this.#isFailing) return;
    this.#isFailing = failure !== null;
    this.#options.onTrouble?.(failure === null ? `${this.#file} can be written again.` : `${this.#file} cannot be written: ${oneLine(failure)}. What comes waits, until too much does.`);
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

async function openAtEnd(file: string): Promise<{ handle: FileHandle; size: number; isTorn: boolean }> {
  try {
    const handle = await open(file, 'a+');
    const { size } = await handle.stat();
    const last = Buffer.from([NEWLINE]);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    return { handle, size, isTorn: last[0] !== NEWLINE };
  } catch (error) {
    throw new RunStoreError(`Expected a file that can be written at ${file}, but ${oneLine(error)}.`);
  }
}
