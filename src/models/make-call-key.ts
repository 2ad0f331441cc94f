import { createHash } from 'node:crypto';
import type { GenerateCall } from './chat-model.js';

/** Changes when a stored answer of older code could no longer be taken for one of today's. */
const FORMAT = 1;

/**
 * A key of everything that can change the answer to a call: messages with their images by content, sampling, constraint
 * and the sample index, for the model `modelId`. Equal calls have equal keys in every process. SHA-256 in hex.
 */
export async function makeCallKey(modelId: string, call: GenerateCall): Promise<string> {
  const { sampling, constraint, topLogprobs, promptLogprobs, sampleIndex, count = 1 } = call;
  const messages = await Promise.all(call.messages.map(async ({ role, content }) =>
    [role, await Promise.all(content.map(async (part) => (part.type === 'text' ? ['text', part.text] : ['image', await part.image.sha256()])))]));
  const { temperature, topP, maxTokens, seed, stop, presencePenalty, frequencyPenalty, repetitionPenalty } = sampling;
  // Only there when it is used, so that answers kept by earlier versions are still found.
  const extra = [presencePenalty, frequencyPenalty, repetitionPenalty, count === 1 ? undefined : count];
  const parts = [FORMAT, modelId, messages, [temperature, topP ?? null, maxTokens, seed ?? null, stop ?? []], constraint ?? null, topLogprobs ?? null, promptLogprobs ?? null, sampleIndex,
    ...(extra.every((value) => value === undefined) ? [] : [extra.map((value) => value ?? null)])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
