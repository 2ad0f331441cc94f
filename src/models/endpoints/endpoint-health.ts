/** Failures in a row that make an endpoint ill. */
const ILL_AFTER = 3;
const FIRST_REST_MS = 5_000;
const MAX_REST_MS = 120_000;

/** Whether an endpoint may get calls. An ill one rests, each time twice as long, and is then tried with one call. */
export class EndpointHealth {
  private failures = 0;
  private restMs = FIRST_REST_MS;
  private restsUntil = -Infinity;
  private isOnTrial = false;

  /** When an ill endpoint may be tried again; in the past for a well one. */
  get wakesAt(): number {
    return this.restsUntil;
  }

  isWell(now: number): boolean {
    return this.failures < ILL_AFTER || (now >= this.restsUntil && !this.isOnTrial);
  }

  /** A call goes out. For an ill endpoint it is the trial. */
  begin(): void {
    if (this.failures >= ILL_AFTER) this.isOnTrial = true;
  }

  succeed(): void {
    this.failures = 0;
    this.restMs = FIRST_REST_MS;
    this.isOnTrial = false;
  }

  fail(now: number): void {
    this.failures++;
    this.isOnTrial = false;
    if (this.failures < ILL_AFTER || now < this.restsUntil) return;
    this.restsUntil = now + this.restMs;
    this.restMs = Math.min(MAX_REST_MS, this.restMs * 2);
  }

  /** The call ended without telling anything about the endpoint: aborted, or refused for what it asked. */
  ignore(): void {
    this.isOnTrial = false;
  }
}
