import { decodeText, type RawText } from './decode-text.js';

export const DEFAULT_RECORD_LIMIT = 64 * 1024 * 1024;

/** Gathers the bytes of one record from several chunks, and holds no more than the limit. */
export class PieceBuffer {
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(private readonly limit: number) {}

  add(piece: Uint8Array): void {
    this.#size += piece.length;
    // Past the limit only the length matters: the record will be reported, not read.
    if (this.#size > this.limit) this.#parts = [];
    else if (piece.length > 0) this.#parts.push(piece);
  }

  /** Hands over what was gathered and starts anew; null for blank text. */
  take(line: number): RawText | null {
    const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const size = this.#size;
    [this.#parts, this.#size] = [[], 0];
    if (size <= this.limit) return decodeText(bytes, line);
    return { line, error: `expected a record of at most ${this.limit} bytes, got ${size}; split it` };
  }
}
