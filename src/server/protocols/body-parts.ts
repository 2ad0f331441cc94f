import { z } from 'zod';
import type { ResolvedServerOptions } from '../server-options.js';

/** A part of a chat message or of a rerank query, in the spellings of OpenAI's two APIs and of vLLM. */
const contentPart = z.looseObject({
  type: z.string().nullish(),
  text: z.string().nullish(),
  image_url: z.union([z.string(), z.looseObject({ url: z.string() })]).nullish(),
  image: z.string().nullish(),
});

/** Text, or text with images. */
export const contentSchema = z.union([z.string(), z.array(z.union([z.string(), contentPart])).max(1000)]);
export type Content = z.output<typeof contentSchema>;

export const messagesSchema = z.array(z.looseObject({ role: z.string(), content: contentSchema.nullish() })).max(1000);
export type Messages = z.output<typeof messagesSchema>;

/** A text no longer than allowed. */
export function textSchema({ maxText }: ResolvedServerOptions): z.ZodString {
  return z.string().max(maxText);
}

/** The text and the image references of a content. */
export function readContent(content: Content | null | undefined): { text: string; images: string[] } {
  if (content === null || content === undefined) return { text: '', images: [] };
  if (typeof content === 'string') return { text: content, images: [] };
  const texts: string[] = [];
  const images: string[] = [];
  for (const part of content) {
    if (typeof part === 'string') texts.push(part);
    else {
      if (part.text) texts.push(part.text);
      const image = part.image_url ?? part.image;
      if (image) images.push(typeof image === 'string' ? image : image.url);
    }
  }
  return { text: texts.join('\n'), images };
}

/** The last thing that a chat asks, with all its images; and its last answer. */
export function readMessages(messages: Messages): { question: string; images: string[]; response: string | null } {
  const turns = messages.map(({ role, content }) => ({ role, ...readContent(content) }));
  const last = turns.at(-1);
  return {
    question: turns.findLast(({ role }) => role === 'user')?.text ?? '',
    images: turns.flatMap(({ images }) => images),
    response: last?.role === 'assistant' ? last.text : null,
  };
}
