import { appendFile } from 'node:fs/promises';
import type { ChatModel } from '../chat-model.js';
import { makeCallKey } from '../make-call-key.js';

/**
 * Writes every answer to a file, one JSON object a line. Keys do not name the model or the endpoint, so that a
 * recording plays anywhere (see createReplayModel).
 */
export function withRecording(model: ChatModel, file: string): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      const key = await makeCallKey('', call);
      const result = await model.doGenerate(call);
      await appendFile(file, `${JSON.stringify({ key, result })}\n`);
      return result;
    },
    close: () => model.close(),
  };
}
