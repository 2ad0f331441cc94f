/** Clients that are remembered; the one unseen for longest is forgotten, which gives it a full bucket. */
const MOST_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A bucket of requests for each client, which fills at a steady rate. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  constructor(readonly perSecond: number, readonly burst: number, readonly now: () => number = () => performance.now()) {}

  /** Takes one request out of a client's bucket: 0 when it may go on, else the seconds until it may. */
  take(client: string): number {
    const now = this.now();
    const bucket = this.#buckets.get(client) ?? { tokens: this.burst, filledAt: now };
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > MOST_CLIENTS) this.#buckets.delete(this.#buckets.keys().next().value as string);
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * this.perSecond);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.perSecond);
    bucket.tokens--;
    return 0;
  }
}
