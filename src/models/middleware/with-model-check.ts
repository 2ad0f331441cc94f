import type { ChatModel } from '../chat-model.js';
import { ModelError } from '../model-error.js';

/** Which model gave the first answer; endpoints that must serve one model share it. */
export interface FirstModel {
  name: string | null;
  /** That another one answered: from then on nothing more is asked, since it would be paid for in vain. */
  change: ModelError | null;
}

/** Refuses answers of another model than the one that gave the first: scores of two models must not be mixed in one run. */
export function withModelCheck(model: ChatModel, first: FirstModel = { name: null, change: null }): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      if (first.change !== null) throw first.change;
      const result = await model.doGenerate(call);
      first.name ??= result.model;
      if (result.model !== null && result.model !== first.name) {
        throw first.change = new ModelError(`${model.id}: expected answers of \`${first.name}\` as at the start of the run, but \`${result.model}\` answers now. Serve the first model again, or start a fresh run.`, { kind: 'model-changed', isRetryable: false });
      }
      return result;
    },
    close: () => model.close(),
  };
}
