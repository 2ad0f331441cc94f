import type { RawText } from './decode-text.js';
import { DEFAULT_RECORD_LIMIT, PieceBuffer } from './piece-buffer.js';

const LF = 0x0a;

/** Cuts bytes into lines and never holds more than one. Blank lines are passed over but counted. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit = DEFAULT_RECORD_LIMIT): AsyncGenerator<RawText> {
  const buffer = new PieceBuffer(limit);
  let line = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      buffer.add(chunk.subarray(start, end));
      const item = buffer.take(line++);
      if (item) yield item;
      start = end + 1;
    }
    buffer.add(chunk.subarray(start));
  }
  const last = buffer.take(line);
  if (last) yield last;
}
