import type { ChatModel } from '../chat-model.js';
import { ModelError } from '../model-error.js';

/** Refuses answers of another model than the one that gave the first: scores of two models must not be mixed in one run. */
export function withModelCheck(model: ChatModel): ChatModel {
  let first: string | null = null;
  return {
    id: model.id,
    async doGenerate(call) {
      const result = await model.doGenerate(call);
      first ??= result.model;
      if (result.model !== null && result.model !== first) {
        throw new ModelError(`${model.id}: expected answers of \`${first}\` as at the start of the run, but \`${result.model}\` answers now. Serve the first model again, or start a fresh run.`, { kind: 'model-changed', isRetryable: false });
      }
      return result;
    },
    close: () => model.close(),
  };
}
