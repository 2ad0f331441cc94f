import { z } from 'zod';

const poolingRequest = z.looseObject({
  model: z.string(),
  input: z.string().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))]) })).optional(),
});

/** The text that a pooling request sends, whichever of its two shapes it uses. */
export function readPoolingText(body: unknown): string {
  const { input, messages } = poolingRequest.parse(body);
  if (input !== undefined) return input;
  return (messages ?? []).map(({ content }) => (typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join(''))).join('');
}

/** vLLM's `/pooling` answer: one row `[1 - p, p]` a step mark. */
export function answerPooling(model: string, probabilities: readonly number[]): unknown {
  return {
    id: 'pool-1', object: 'list', created: 1, model,
    data: [{ index: 0, object: 'pooling', data: probabilities.map((p) => [1 - p, p]) }],
    usage: { prompt_tokens: 9, total_tokens: 9, completion_tokens: 0 },
  };
}
