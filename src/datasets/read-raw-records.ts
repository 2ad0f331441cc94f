import { openFile } from './open-file.js';
import { parseJsonObject, type JsonObject } from './parse-json-object.js';
import { peekStart } from './peek-start.js';
import { DEFAULT_RECORD_LIMIT, PieceBuffer } from './piece-buffer.js';
import { readArrayElements } from './read-array-elements.js';
import { readLines } from './read-lines.js';

/** One record as JSON with the 1-based line it starts on, or why it is none. */
export type RawRecord = { line: number; value: JsonObject } | { line: number; error: string };

const ARRAY_START = 0x5b;

/** Whether a file holds one free text instead of JSON records. */
export function isTextFile(file: string): boolean {
  return /\.(txt|md)$/iu.test(file);
}

/** Streams the records of a JSON Lines file or of one JSON array. A text file is one record, `{ response }`. */
export async function* readRawRecords(file: string, limit = DEFAULT_RECORD_LIMIT): AsyncGenerator<RawRecord> {
  if (isTextFile(file)) {
    yield* readWholeText(file, limit);
    return;
  }
  const { start, chunks } = await peekStart(openFile(file));
  const items = start === ARRAY_START ? readArrayElements(chunks, limit) : readLines(chunks, limit);
  for await (const item of items) yield 'error' in item ? item : { line: item.line, ...parseJsonObject(item.text) };
}

async function* readWholeText(file: string, limit: number): AsyncGenerator<RawRecord> {
  const buffer = new PieceBuffer(limit);
  for await (const chunk of openFile(file)) buffer.add(chunk);
  const item = buffer.take(1);
  if (item) yield 'error' in item ? item : { line: 1, value: { response: item.text } };
}
