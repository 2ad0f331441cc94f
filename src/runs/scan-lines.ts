import { readSync } from 'node:fs';

const NEWLINE = 0x0a;

/** A whole line of a file, without its newline. */
export interface ScannedLine {
  bytes: Buffer;
  /** Byte offset of its first byte. */
  offset: number;
  /** 1-based. */
  line: number;
}

/**
 * Walks over the lines of an open file that end in a newline, holding one line and one chunk in memory.
 * What follows the last newline is not a line: a write was cut short there.
 */
export function* scanLines(handle: number, chunkSize = 1 << 20): Generator<ScannedLine, void, undefined> {
  const chunk = Buffer.allocUnsafe(chunkSize);
  let pending: Buffer[] = [];
  let offset = 0;
  let line = 0;
  for (let position = 0; ; ) {
    const count = readSync(handle, chunk, 0, chunkSize, position);
    if (count === 0) return;
    position += count;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1 && end < count; end = chunk.indexOf(NEWLINE, start)) {
      const bytes = Buffer.concat([...pending, chunk.subarray(start, end)]);
      line += 1;
      yield { bytes, offset, line };
      offset += bytes.length + 1;
      start = end + 1;
      pending = [];
    }
    if (start < count) pending.push(Buffer.from(chunk.subarray(start, count)));
  }
}
