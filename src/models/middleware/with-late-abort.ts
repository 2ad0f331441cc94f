import type { ChatModel } from '../chat-model.js';
import { lateSignal } from '../late-signal.js';

/** Lets a call that is at the server finish for up to `ms` milliseconds after its signal fired: it is paid for. */
export function withLateAbort(model: ChatModel, ms: number): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      const late = lateSignal(call.signal, ms);
      try {
        return await model.doGenerate({ ...call, signal: late.signal });
      } finally {
        late.release();
      }
    },
    close: () => model.close(),
  };
}
