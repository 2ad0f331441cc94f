import type { ChatMessage } from '../chat-model.js';

/** Messages in OpenAI's shape. Content without images goes as one string, since many chat templates take nothing else. */
export function spellMessages(messages: readonly ChatMessage[], imageUrls: readonly string[]): unknown[] {
  let next = 0;
  return messages.map(({ role, content }) => {
    if (content.every((part) => part.type === 'text')) return { role, content: content.map(({ text }) => text).join('\n') };
    const parts = content.map((part) =>
      part.type === 'text' ? part : { type: 'image_url', image_url: { url: imageUrls[next++] } });
    return { role, content: parts };
  });
}
