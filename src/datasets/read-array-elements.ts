import type { RawText } from './decode-text.js';
import { DEFAULT_RECORD_LIMIT, PieceBuffer } from './piece-buffer.js';

const [LF, SPACE, QUOTE, COMMA, BACKSLASH] = [0x0a, 0x20, 0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Cuts the elements out of one JSON array, so that an array of any length is read as a stream.
 * Only brackets, strings and commas are looked at; whether an element is JSON is for the parser to say.
 */
export async function* readArrayElements(chunks: AsyncIterable<Uint8Array>, limit = DEFAULT_RECORD_LIMIT): AsyncGenerator<RawText> {
  const scanner = new ArrayScanner(limit);
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}

class ArrayScanner {
  readonly #buffer: PieceBuffer;
  #line = 1;
  /** Line of the first character of the element under way; 0 before it. */
  #startLine = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #closed = false;

  constructor(limit: number) {
    this.#buffer = new PieceBuffer(limit);
  }

  *push(chunk: Uint8Array): Generator<RawText> {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === LF) this.#line++;
      if (this.#inString) {
        this.#readStringByte(byte);
        continue;
      }
      if (this.#depth === 0) {
        if (byte === OPEN_LIST && !this.#closed) [this.#depth, start] = [1, i + 1];
        else if (this.#closed && byte > SPACE) return yield* this.#reject();
        continue;
      }
      if (!this.#endsElement(byte)) continue;
      this.#buffer.add(chunk.subarray(start, i));
      start = i + 1;
      yield* this.#finish();
    }
    if (this.#depth > 0) this.#buffer.add(chunk.subarray(start));
  }

  *end(): Generator<RawText> {
    if (this.#closed) return;
    yield { line: this.#line, error: 'expected `]` at the end of the JSON array, got the end of the file (a torn write?); repair the file' };
  }

  #readStringByte(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #endsElement(byte: number): boolean {
    if (byte === COMMA && this.#depth === 1) return true;
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      this.#closed = --this.#depth === 0;
      if (this.#closed) return true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth++;
    else if (byte === QUOTE) this.#inString = true;
    if (this.#startLine === 0 && byte > SPACE) this.#startLine = this.#line;
    return false;
  }

  *#finish(): Generator<RawText> {
    const item = this.#buffer.take(this.#startLine || this.#line);
    this.#startLine = 0;
    if (item) yield item;
  }

  *#reject(): Generator<RawText> {
    yield { line: this.#line, error: 'expected nothing after the `]` of the JSON array, got more text; remove it' };
  }
}
