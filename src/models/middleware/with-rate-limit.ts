import { UsageError } from '../../errors/index.js';
import type { ChatModel, GenerateCall } from '../chat-model.js';
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

/** Keeps within a quota of requests and tokens a minute. Calls wait in line; an abort leaves it. */
export function withRateLimit(model: ChatModel, options: RateLimitOptions): ChatModel {
  const { requestsPerMinute, tokensPerMinute, clock = systemClock } = options;
  for (const [name, value] of Object.entries({ requestsPerMinute, tokensPerMinute })) {
    if (value !== undefined && !(value > 0)) throw new UsageError(`Expected \`${name}\` to be above 0, got ${value}.`);
  }
  const requests = requestsPerMinute === undefined ? null : new TokenBucket(requestsPerMinute, clock);
  const tokens = tokensPerMinute === undefined ? null : new TokenBucket(tokensPerMinute, clock);
  return {
    id: model.id,
    async doGenerate(call) {
      const estimate = estimateTokens(call);
      await requests?.take(1, call.signal);
      await tokens?.take(estimate, call.signal);
      const result = await model.doGenerate(call);
      if (result.usage) tokens?.charge(result.usage.promptTokens + result.usage.completionTokens - estimate);
      return result;
    },
    close: () => model.close(),
  };
}

function estimateTokens({ messages, sampling }: GenerateCall): number {
  const parts = messages.flatMap(({ content }) => content);
  return parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length / CHARS_PER_TOKEN : TOKENS_PER_IMAGE), sampling.maxTokens);
}
