import { ModelError } from '../../model-error.js';
import type { GenerateTask, WorkerAnswer } from '../worker-message.js';
import { decodeChoice } from './decode-choice.js';
import { decodeFreely } from './decode-freely.js';
import type { ImageEncoder } from './image-encoder.js';
import type { LoadedModel } from './loaded-model.js';
import type { PrefixCache } from './prefix-cache.js';
import { preparePrompt } from './prepare-prompt.js';
import { runPrompt } from './run-prompt.js';
import { seededRandom } from './seeded-random.js';
import { spellTokens } from './spell-tokens.js';

/** What a worker answers with: a model, its eyes and its memory. */
export interface AnsweringParts {
  loaded: LoadedModel;
  images: ImageEncoder;
  cache: PrefixCache;
}

/** Answers one call; or tells which images it has not seen and was not given. @throws ModelError, AbortedError */
export async function answerTask({ loaded, images, cache }: AnsweringParts, task: GenerateTask, isAborted: () => boolean): Promise<WorkerAnswer | { missing: string[] }> {
  const hashes = [...new Set(task.messages.flatMap(({ content }) => content.flatMap((part) => (part.type === 'image' ? [part.hash] : []))))];
  const missing = hashes.filter((hash) => !images.get(hash) && !task.images[hash]);
  if (missing.length > 0) return { missing };
  const seen = new Map<string, Awaited<ReturnType<ImageEncoder['encode']>>>();
  for (const hash of hashes) {
    const pixels = task.images[hash];
    seen.set(hash, images.get(hash) ?? await images.encode(hash, pixels as NonNullable<typeof pixels>));
  }
  const prompt = preparePrompt(loaded, task.messages, (hash) => seen.get(hash) as NonNullable<ReturnType<typeof seen.get>>);
  const room = (loaded.contextLength ?? Infinity) - prompt.ids.length;
  if (room < 1) {
    throw new ModelError(`Expected a prompt that leaves room in the context of ${loaded.contextLength} tokens, but it has ${prompt.ids.length}. Shorten it, or make its images smaller (--max-pixels).`, { kind: 'context-overflow', isRetryable: false });
  }
  const run = await runPrompt(loaded, prompt, cache, isAborted);
  const { temperature, topP, topLogprobs, choices, stop, seed, penalties } = task;
  const options = { picking: { temperature, topP, random: seededRandom(seed) }, maxTokens: Math.min(task.maxTokens, room), topLogprobs: topLogprobs ?? 0 };
  const decoded = choices ? await decodeChoice(loaded, run, choices, options) : await decodeFreely(loaded, run, { ...options, stop, penalties, prompt: prompt.ids });
  run.keep();
  return {
    text: decoded.text,
    finishReason: decoded.finishReason,
    tokens: topLogprobs === null ? null : spellTokens(loaded.tokenizer, decoded.tokens, choices ? ` ${decoded.text}` : decoded.text),
    usage: { promptTokens: prompt.ids.length, completionTokens: decoded.tokens.length, cachedTokens: run.reused },
    warnings: prompt.warnings,
  };
}
