import { openFile } from './open-file.js';
import { peekStart } from './peek-start.js';
import { DEFAULT_RECORD_LIMIT } from './piece-buffer.js';
import { readArrayElements } from './read-array-elements.js';
import { isTextFile } from './read-raw-records.js';
import { readLines } from './read-lines.js';

/** Counts the records of a file without parsing them, readable or not. For progress: selections are not looked at. */
export async function countRecords(file: string): Promise<number> {
  if (isTextFile(file)) return 1;
  const { start, chunks } = await peekStart(openFile(file));
  const items = start === '['.charCodeAt(0) ? readArrayElements(chunks, DEFAULT_RECORD_LIMIT) : readLines(chunks, DEFAULT_RECORD_LIMIT);
  let count = 0;
  for await (const _ of items) count++;
  return count;
}
