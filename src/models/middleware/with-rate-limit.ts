import type { ChatModel } from '../chat-model.js';
import { createRateGate, estimateTokens, type RateLimitOptions } from './rate-gate.js';

/** Keeps within a quota of requests and tokens a minute. Calls wait in line; an abort leaves it. */
export function withRateLimit(model: ChatModel, options: RateLimitOptions): ChatModel {
  const gate = createRateGate(options);
  return {
    id: model.id,
    async doGenerate(call) {
      const estimate = estimateTokens(call.messages.flatMap(({ content }) => content)) + call.sampling.maxTokens;
      await gate.enter(estimate, call.signal);
      const result = await model.doGenerate(call);
      if (result.usage) gate.correct(result.usage.promptTokens + result.usage.completionTokens - estimate);
      return result;
    },
    close: () => model.close(),
  };
}
