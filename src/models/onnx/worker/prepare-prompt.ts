import { oneLine } from '../../../util/one-line.js';
import { ModelError } from '../../model-error.js';
import type { PromptMessage } from '../worker-message.js';
import type { EncodedImage } from './image-encoder.js';
import type { LoadedModel } from './loaded-model.js';

export interface FeatureRow {
  image: EncodedImage;
  row: number;
}

/** A prompt as the model reads it. */
export interface PreparedPrompt {
  ids: number[];
  /** As `ids`, with the key of its image in the place of each image token: equal keys mean equal input. */
  keys: number[];
  /** In the order of their tags. */
  images: EncodedImage[];
  /** For each image token the row of features that takes its place; null for text. */
  rows: (FeatureRow | null)[];
  warnings: string[];
}

/**
 * Renders messages with the model's chat template and makes tokens of them. Special tokens that stand in the text of a message
 * are taken apart by a space: they are something that somebody wrote, no image and no end of a turn.
 * @throws ModelError when the template cannot render the messages or loses an image.
 */
export function preparePrompt({ processor, tokenizer, imageTag, imageTokenId }: LoadedModel, messages: readonly PromptMessage[], findImage: (hash: string) => EncodedImage): PreparedPrompt {
  const special = specialTexts([...tokenizer.all_special_tokens, imageTag]);
  const found = new Set<string>();
  const neutral = (text: string): string => text.replace(special, (token) => { found.add(token); return `${token.slice(0, 1)} ${token.slice(1)}`; });
  const images: EncodedImage[] = [];
  const plain = messages.map(({ role, content }) => ({
    role,
    content: content.map((part) => {
      if (part.type === 'text') return { type: 'text', text: neutral(part.text) };
      images.push(findImage(part.hash));
      return { type: 'image' };
    }),
  }));
  const pieces = render(processor, plain).split(imageTag);
  if (pieces.length !== images.length + 1) throw new ModelError(`Expected the chat template to place ${images.length} images, but it placed ${pieces.length - 1}. Take the template of the original model.`, { kind: 'bad-request', isRetryable: false });
  const text = pieces.map((piece, i) => (i === 0 ? piece : (images[i - 1] as EncodedImage).text + piece)).join('');
  const ids = Array.from(tokenizer(text).input_ids.data, Number);
  const rows = placeRows(ids, images, imageTokenId);
  return {
    ids, images, rows, keys: ids.map((id, i) => rows[i]?.image.key ?? id),
    warnings: found.size === 0 ? [] : [`special tokens in the text of a message were taken apart: ${[...found].join(' ')}`],
  };
}

function specialTexts(tokens: readonly string[]): RegExp {
  const longestFirst = [...new Set(tokens)].filter((token) => token.trim().length > 1).sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

function render(processor: LoadedModel['processor'], messages: readonly unknown[]): string {
  try {
    return processor.apply_chat_template(messages, { add_generation_prompt: true });
  } catch (cause) {
    throw new ModelError(`Expected the chat template of the model to render the messages, but it failed: ${oneLine(cause).slice(0, 300)}`, { kind: 'bad-request', isRetryable: false, cause });
  }
}

/** @throws ModelError when the images have more or fewer tokens than rows of features. */
function placeRows(ids: readonly number[], images: readonly EncodedImage[], imageTokenId: number): (FeatureRow | null)[] {
  const rows = images.flatMap((image) => Array.from({ length: image.features.dims.slice(0, -1).reduce((a, b) => a * b, 1) }, (_, row) => ({ image, row })));
  const tokens = ids.filter((id) => id === imageTokenId).length;
  if (tokens !== rows.length) throw new ModelError(`Expected as many image tokens as the vision encoder gives rows, but there are ${tokens} tokens for ${rows.length} rows. The files of the model do not belong together.`, { kind: 'bad-request', isRetryable: false });
  let next = 0;
  return ids.map((id) => (id === imageTokenId ? rows[next++] ?? null : null));
}
