import type { ImageSource } from '../../images/image-source.js';
import type { ChatMessage, ChatPart } from '../../models/chat-model.js';
import type { RenderedMessage } from '../../prompts/render-prompt.js';

/** Puts the images of a problem where a rendered prompt wants them. A message that held only images drops out when there are none. */
export function toChatMessages(rendered: readonly RenderedMessage[], images: readonly ImageSource[]): ChatMessage[] {
  return rendered
    .map(({ role, parts }) => ({
      role,
      content: parts.flatMap((part): ChatPart[] => (part.type === 'text' ? [part] : images.map((image) => ({ type: 'image', image })))),
    }))
    .filter(({ content }) => content.length > 0);
}
