import type { FastifyRequest } from 'fastify';

/** The bytes of one body that are counted. */
export interface HeldBytes {
  /** Counts so many from now on: what came may be less than was announced. */
  shrink(bytes: number): void;
  /** Gives them back; idempotent. */
  leave(): void;
}

/** Counts the bytes of the bodies that are on their way in or waiting for their answers: held requests are many, and their bodies stay in memory. */
export class ByteBudget {
  #held = 0;
  constructor(readonly most: number) {}

  get held(): number { return this.#held; }

  /** Makes room for a body; null where there is none. One body alone is never too large, and no body always has room. */
  enter(bytes: number): HeldBytes | null {
    if (bytes > 0 && this.#held > 0 && this.#held + bytes > this.most) return null;
    let own = bytes;
    this.#held += own;
    const shrink = (to: number): void => {
      this.#held -= Math.max(0, own - to);
      own = Math.min(own, to);
    };
    return { shrink, leave: () => shrink(0) };
  }
}

/** The bytes that a body may come to: as many as it says, or as are allowed where it does not say. */
export function readBodySize({ method, headers: { 'content-length': length, 'transfer-encoding': encoding } }: Pick<FastifyRequest, 'method' | 'headers'>, most: number): number {
  // Nothing reads the body of these.
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 0;
  if (encoding !== undefined) return most;
  const bytes = Number(length ?? 0);
  return bytes >= 0 ? Math.min(bytes, most) : most;
}
