import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { RunStoreError } from '../errors/index.js';
import { attemptIo } from './run-store-fault.js';
import { scanLines } from './scan-lines.js';

/** Where a line lies in its file, without its newline. */
export interface LinePlace {
  offset: number;
  length: number;
}

/** Appends bytes at the end of an open file and says how many were taken, as `fs.writeSync` does. Tests replace it. */
export type WriteBytes = (handle: number, bytes: Uint8Array) => number;

/**
 * An append-only file of JSON lines. A line is one write call, and counts once its newline is there; so a process killed
 * at any byte leaves whole lines and at most one torn tail, which `open` drops.
 */
export class LineLog {
  readonly #file: string;
  readonly #handle: number;
  readonly #write: WriteBytes;
  #size = 0;
  #isBroken = false;
  #isDirty = false;

  /** Opens or creates the file; use `LineLog.open`, which reads it too. */
  private constructor(file: string, write: WriteBytes) {
    this.#file = file;
    this.#write = write;
    this.#handle = openSync(file, 'a+');
  }

  /**
   * Opens the file, hands every line to `onLine`, and cuts a torn tail away.
   * @throws RunStoreError naming file and line for a line that is not JSON though others follow it, or that `onLine` refuses.
   */
  static open(file: string, onLine: (value: unknown, place: LinePlace, line: number) => void, write: WriteBytes = (handle, bytes) => writeSync(handle, bytes)): LineLog {
    return attemptIo(`open ${file}`, () => {
      const log = new LineLog(file, write);
      try {
        log.#load(onLine);
      } catch (error) {
        closeSync(log.#handle);
        throw error;
      }
      return log;
    });
  }

  #load(onLine: (value: unknown, place: LinePlace, line: number) => void): void {
    let torn: number | null = null;
    for (const { bytes, offset, line } of scanLines(this.#handle)) {
      if (torn !== null) throw damaged(this.#file, torn);
      const value = parseLine(bytes);
      if (value === undefined) {
        torn = line;
        continue;
      }
      onLine(value, { offset, length: bytes.length }, line);
      this.#size = offset + bytes.length + 1;
    }
    if (fstatSync(this.#handle).size > this.#size) ftruncateSync(this.#handle, this.#size);
  }

  /** Appends one line of JSON text. @throws RunStoreError; the file then ends where it ended before. */
  append(text: string): LinePlace {
    if (this.#isBroken) throw new RunStoreError(`Could not write ${this.#file}: an earlier failed write could not be undone. Run the same command again to resume.`);
    const bytes = Buffer.from(`${text}\n`);
    const place = { offset: this.#size, length: bytes.length - 1 };
    attemptIo(`write ${this.#file}`, () => this.#appendWhole(bytes));
    this.#size += bytes.length;
    this.#isDirty = true;
    return place;
  }

  #appendWhole(bytes: Buffer): void {
    try {
      for (let done = 0; done < bytes.length; ) done += this.#write(this.#handle, bytes.subarray(done));
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  /** Takes a half-written line back, so that the next one does not continue it. */
  #undo(): void {
    try {
      ftruncateSync(this.#handle, this.#size);
    } catch {
      this.#isBroken = true;
    }
  }

  /** Reads one line back. */
  read({ offset, length }: LinePlace): unknown {
    return attemptIo(`read ${this.#file}`, () => {
      const bytes = Buffer.alloc(length);
      const count = readSync(this.#handle, bytes, 0, length, offset);
      const value = count === length ? parseLine(bytes) : undefined;
      if (value === undefined) throw new RunStoreError(`Expected a record at byte ${offset} of ${this.#file}, but the file was changed by something else. Start anew with --fresh.`);
      return value;
    });
  }

  /** Makes every line appended so far survive a power failure. */
  sync(): void {
    if (!this.#isDirty) return;
    attemptIo(`write ${this.#file}`, () => fdatasyncSync(this.#handle));
    this.#isDirty = false;
  }

  close(): void {
    try {
      this.sync();
    } finally {
      closeSync(this.#handle);
    }
  }
}

function parseLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const damaged = (file: string, line: number): RunStoreError =>
  new RunStoreError(`${file}:${line}: expected a JSON record, got a damaged line with others after it. Restore the file, or start anew with --fresh.`);
