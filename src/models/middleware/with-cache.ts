import { AbortedError } from '../../errors/index.js';
import { readKept } from '../cache/read-kept.js';
import type { ResponseStore } from '../cache/response-store.js';
import type { ChatModel, GenerateResult } from '../chat-model.js';
import { makeCallKey } from '../make-call-key.js';

/** Is no answer, so that the model is asked anew. Stores need no removals then. */
const FORGOTTEN = '';

/**
 * Answers equal calls from a store. The sample index is part of the key, so repeated samples stay apart; concurrency
 * and retries are not. Errors are not kept, nor is an answer that its reader tells to forget. The store stays open: whoever opened it closes it.
 */
export function withCache(model: ChatModel, store: ResponseStore): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      if (call.signal?.aborted) throw new AbortedError('Stopped.');
      const key = await makeCallKey(model.id, call);
      const known = readKept(store, key);
      const forget = (): void => store.put(key, FORGOTTEN);
      if (known !== undefined) return { ...(known as GenerateResult), isFromCache: true, forget };
      const result = await model.doGenerate(call);
      store.put(key, JSON.stringify(result));
      return { ...result, forget };
    },
    close: () => model.close(),
  };
}
