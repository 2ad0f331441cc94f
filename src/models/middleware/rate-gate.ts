import { UsageError } from '../../errors/index.js';
import type { ChatPart } from '../chat-model.js';
import { systemClock, type Clock } from '../clock.js';
import { TokenBucket } from './token-bucket.js';

/** What an image may cost before the server tells; about one of 1,000 x 1,000 pixels for Qwen-VL. */
const TOKENS_PER_IMAGE = 1300;
const CHARS_PER_TOKEN = 4;

export interface RateLimitOptions {
  requestsPerMinute?: number | undefined;
  /** Prompt and answer together. Estimated before a call, corrected by its usage after it. */
  tokensPerMinute?: number | undefined;
  clock?: Clock;
}

/** Admits calls within a quota. */
export interface RateGate {
  /** Waits in line until a call of so many tokens may go. @throws AbortedError */
  enter(tokens: number, signal?: AbortSignal): Promise<void>;
  /** Corrects an estimate; negative gives back. */
  correct(tokens: number): void;
}

/** Makes the gate of a quota of requests and tokens a minute. @throws UsageError for a quota that is not above 0. */
export function createRateGate({ requestsPerMinute, tokensPerMinute, clock = systemClock }: RateLimitOptions): RateGate {
  for (const [name, value] of Object.entries({ requestsPerMinute, tokensPerMinute })) {
    if (value !== undefined && !(value > 0)) throw new UsageError(`Expected \`${name}\` to be above 0, got ${value}.`);
  }
  const requests = requestsPerMinute === undefined ? null : new TokenBucket(requestsPerMinute, clock);
  const tokens = tokensPerMinute === undefined ? null : new TokenBucket(tokensPerMinute, clock);
  return {
    async enter(estimate, signal) {
      await requests?.take(1, signal);
      await tokens?.take(estimate, signal);
    },
    correct: (amount) => tokens?.charge(amount),
  };
}

/** About how many tokens the parts of a prompt are. */
export function estimateTokens(parts: readonly ChatPart[]): number {
  return parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length / CHARS_PER_TOKEN : TOKENS_PER_IMAGE), 0);
}
