import type { ChatModel } from '../chat-model.js';
import { countCall } from './count-call.js';
import { noteAnswer, type ModelUsage } from './usage-meter.js';
import { noteWork } from './work-usage.js';

/** Adds up what goes through, in `usage`, and for the work that asked. */
export function withUsageMeter(model: ChatModel, usage: ModelUsage): ChatModel {
  return {
    id: model.id,
    doGenerate: (call) => countCall(usage, async () => {
      const result = await model.doGenerate(call);
      noteAnswer(usage, result);
      if (result.isFromCache) usage.fromCache++;
      else {
        usage.promptTokens += result.usage?.promptTokens ?? 0;
        usage.completionTokens += result.usage?.completionTokens ?? 0;
        usage.prefixCachedTokens += result.usage?.cachedTokens ?? 0;
        noteWork(call.signal, result.usage ?? {});
      }
      return result;
    }),
    close: () => model.close(),
  };
}
