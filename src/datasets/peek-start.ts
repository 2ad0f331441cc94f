const SPACE = 0x20;
const BOM = [0xef, 0xbb, 0xbf];

export interface PeekedChunks {
  /** The first byte that is not blank (nor part of a byte order mark); null in an empty file. */
  start: number | null;
  /** All bytes, those looked at included. */
  chunks: AsyncGenerator<Uint8Array>;
}

/** Looks at the first byte that says something, and gives all bytes back. */
export async function peekStart(chunks: AsyncGenerator<Uint8Array>): Promise<PeekedChunks> {
  const seen: Uint8Array[] = [];
  let start: number | null = null;
  while (start === null) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(next.value);
    start = next.value.find((byte) => byte > SPACE && !BOM.includes(byte)) ?? null;
  }
  return { start, chunks: chain(seen, chunks) };
}

async function* chain(seen: Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
