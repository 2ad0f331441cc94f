import type { ChatModel } from '../chat-model.js';
import { ModelError } from '../model-error.js';
import type { AdaptiveLimit } from './adaptive-limit.js';
import type { Outcome } from './limit-controller.js';

/** Lets calls through as an adaptive limit admits them. */
export function withAdaptiveLimit(model: ChatModel, limit: AdaptiveLimit): ChatModel {
  return {
    id: model.id,
    doGenerate: (call) => limit.run(kindOf(call.sampling.maxTokens), () => model.doGenerate(call), judge, call.signal),
    close: () => model.close(),
  };
}

/** Calls of about as long answers may be compared in latency. */
function kindOf(maxTokens: number): string {
  return `2^${Math.ceil(Math.log2(Math.max(1, maxTokens)))}`;
}

function judge(error: unknown): Outcome {
  return error instanceof ModelError && ['rate-limit', 'server', 'timeout'].includes(error.kind) ? 'congested' : 'other';
}
