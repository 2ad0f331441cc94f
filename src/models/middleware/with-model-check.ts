import type { ChatModel } from '../chat-model.js';
import { checkSameModel, type FirstModel } from '../first-model.js';

/** Refuses answers of another model than the one that gave the first, and asks no more once one came. */
export function withModelCheck(model: ChatModel, first: FirstModel = { name: null, change: null }): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      if (first.change !== null) throw first.change;
      const result = await model.doGenerate(call);
      checkSameModel(first, result.model, model.id);
      return result;
    },
    close: () => model.close(),
  };
}
