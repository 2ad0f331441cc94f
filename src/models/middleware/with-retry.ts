import type { ChatModel } from '../chat-model.js';
import { retry, type RetryOptions } from '../retry.js';

/** Asks again when an error says that this may help (see retry). */
export function withRetry(model: ChatModel, options: RetryOptions = {}): ChatModel {
  return {
    id: model.id,
    doGenerate: (call) => retry(() => model.doGenerate(call), options, call.signal),
    close: () => model.close(),
  };
}
