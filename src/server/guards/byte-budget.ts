import type { IncomingHttpHeaders } from 'node:http';

/** Counts the bytes of the bodies that are on their way in or waiting for their answers: held requests are many, and their bodies stay in memory. */
export class ByteBudget {
  #held = 0;
  constructor(readonly most: number) {}

  get held(): number { return this.#held; }

  /** Makes room for a body. Returns what to call when it is gone, or null where there is no room. One body alone is never too large. */
  enter(bytes: number): (() => void) | null {
    if (this.#held > 0 && this.#held + bytes > this.most) return null;
    this.#held += bytes;
    return () => { this.#held -= bytes; };
  }
}

/** The bytes that a body may come to: as many as it says, or as are allowed where it does not say. */
export function readBodySize({ 'content-length': length, 'transfer-encoding': encoding }: IncomingHttpHeaders, most: number): number {
  if (encoding !== undefined) return most;
  const bytes = Number(length ?? 0);
  return bytes >= 0 ? Math.min(bytes, most) : most;
}
