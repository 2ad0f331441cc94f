import { AbortedError } from '../../src/errors/index.js';
import type { ChatModel, GenerateCall, GenerateResult } from '../../src/models/chat-model.js';

/** A model with scripted answers that remembers its calls. A function may throw. */
export function fakeChatModel(answer: (call: GenerateCall, n: number) => string | Partial<GenerateResult> | Promise<string | Partial<GenerateResult>>, id = 'http://server/v1#fake'): ChatModel & { calls: GenerateCall[]; isClosed: boolean } {
  const calls: GenerateCall[] = [];
  const model = {
    id, calls, isClosed: false,
    async doGenerate(call: GenerateCall): Promise<GenerateResult> {
      if (call.signal?.aborted) throw new AbortedError('Stopped.');
      calls.push(call);
      const given = await answer(call, calls.length - 1);
      const result = typeof given === 'string' ? { text: given } : given;
      return { text: '', finishReason: 'stop', tokens: null, usage: null, model: 'fake', warnings: [], ...result };
    },
    async close() { model.isClosed = true; },
  };
  return model;
}

/** A plain call with one text. */
export function textCall(text: string, extra: Partial<GenerateCall> = {}): GenerateCall {
  return { messages: [{ role: 'user', content: [{ type: 'text', text }] }], sampling: { temperature: 0, maxTokens: 8 }, sampleIndex: 0, ...extra };
}
