import type { ChatModel } from '../chat-model.js';
import type { AdaptiveLimit } from './adaptive-limit.js';
import { judgeCongestion } from './judge-congestion.js';

/** Lets calls through as an adaptive limit admits them. */
export function withAdaptiveLimit(model: ChatModel, limit: AdaptiveLimit): ChatModel {
  return {
    id: model.id,
    doGenerate: (call) => limit.run(kindOf(call.sampling.maxTokens), () => model.doGenerate(call), judgeCongestion, call.signal),
    close: () => model.close(),
  };
}

/** Calls of about as long answers may be compared in latency. */
function kindOf(maxTokens: number): string {
  return `2^${Math.ceil(Math.log2(Math.max(1, maxTokens)))}`;
}
