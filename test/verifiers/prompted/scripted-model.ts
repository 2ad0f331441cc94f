import type { ChatModel, GenerateCall, GenerateResult } from '../../../src/models/chat-model.js';

export type ScriptedAnswer = string | Partial<GenerateResult>;

/** A chat model whose answers come from a function of the call; it keeps all calls, and throws what the function throws. Its tokens tell nothing, unless an answer brings some. */
export function scriptedModel(answer: (call: GenerateCall, index: number) => ScriptedAnswer | Promise<ScriptedAnswer>, id = 'scripted'): ChatModel & { calls: GenerateCall[]; closed: number } {
  const calls: GenerateCall[] = [];
  return {
    id, calls, closed: 0,
    async doGenerate(call) {
      calls.push(call);
      const given = await answer(call, calls.length - 1);
      const result: GenerateResult = { text: '', finishReason: 'stop', tokens: [], usage: null, model: id, warnings: [] };
      return { ...result, ...(typeof given === 'string' ? { text: given } : given) };
    },
    async close() {
      this.closed++;
    },
  };
}

/** All text of a call, message by message, with `[image]` where an image stands. */
export function textOf({ messages }: GenerateCall): string {
  return messages.map(({ role, content }) => `${role}: ${content.map((part) => (part.type === 'text' ? part.text : '[image]')).join('')}`).join('\n');
}

/** One answer token with its alternatives, from probabilities. */
export function softToken(probabilities: Record<string, number>): GenerateResult['tokens'] {
  const top = Object.entries(probabilities).map(([token, probability]) => ({ token, logprob: Math.log(probability) })).sort((a, b) => b.logprob - a.logprob);
  return [{ ...(top[0] as { token: string; logprob: number }), top }];
}
