import type { HttpAnswer } from './http-client.js';

/**
 * How long a server asks us to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date.
 * Null when it does not say, or says nonsense.
 */
export function readRetryAfter(headers: HttpAnswer['headers'], now: number): number | null {
  const inMs = toDelay(Number(headers['retry-after-ms'] ?? Number.NaN));
  if (inMs !== null) return inMs;
  const text = headers['retry-after'];
  if (text === undefined || text.trim() === '') return null;
  return toDelay(Number(text) * 1000) ?? toDelay(Date.parse(text) - now);
}

function toDelay(ms: number): number | null {
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
