import { UsageError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import type { ChatMessage, GenerateCall } from '../chat-model.js';
import type { GenerateTask, PromptMessage } from './worker-message.js';

/** A call in plain values, and its images by hash. @throws UsageError for a choice of nothing, ImageError */
export async function toTask({ messages, sampling, constraint, topLogprobs, sampleIndex }: GenerateCall): Promise<{ task: GenerateTask; images: ReadonlyMap<string, ImageSource> }> {
  const choices = constraint?.type === 'choice' ? [...constraint.choices] : null;
  if (choices && (choices.length === 0 || choices.includes(''))) throw new UsageError('Expected at least one choice, and none that is empty.');
  const { temperature, topP = 1, maxTokens, stop = [], seed, presencePenalty = 0, frequencyPenalty = 0, repetitionPenalty = 1 } = sampling;
  const images = new Map<string, ImageSource>();
  const task: GenerateTask = {
    type: 'generate', messages: await Promise.all(messages.map((message) => toPromptMessage(message, images))), images: {},
    temperature, topP, penalties: { presence: presencePenalty, frequency: frequencyPenalty, repetition: repetitionPenalty }, maxTokens, stop: [...stop], choices, topLogprobs: topLogprobs ?? null,
    seed: seed === undefined ? Math.floor(Math.random() * 2 ** 32) : seed + sampleIndex,
  };
  return { task, images };
}

async function toPromptMessage({ role, content }: ChatMessage, images: Map<string, ImageSource>): Promise<PromptMessage> {
  const parts = content.map(async (part): Promise<PromptMessage['content'][number]> => {
    if (part.type === 'text') return part;
    const hash = await part.image.sha256();
    images.set(hash, part.image);
    return { type: 'image', hash };
  });
  return { role, content: await Promise.all(parts) };
}
