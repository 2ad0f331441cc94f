import { createHash } from 'node:crypto';
import type { SeenMessage } from './truth.js';

/** What a token is taken to hold. */
export const CHARS_PER_TOKEN = 4;
const TOKENS_PER_BLOCK = 16;
const TOKENS_PER_IMAGE = 256;

/**
 * Counts prompt tokens, and how many of them an automatic prefix cache of 16-token blocks would have had already.
 * It keeps so many tokens; the least recently used go first.
 */
export class PrefixCache {
  /** In order of their last use. */
  private readonly blocks = new Set<string>();

  constructor(private readonly maxTokens = Infinity) {}

  read(messages: readonly SeenMessage[]): { promptTokens: number; cachedTokens: number } {
    const prompt = messages.map(render).join('');
    const promptTokens = Math.ceil(prompt.length / CHARS_PER_TOKEN);
    const size = CHARS_PER_TOKEN * TOKENS_PER_BLOCK;
    let cached = 0;
    let isPrefix = true;
    let chain = '';
    for (let at = 0; at + size <= prompt.length; at += size) {
      chain = createHash('sha1').update(chain).update(prompt.slice(at, at + size)).digest('hex');
      if (isPrefix && this.blocks.has(chain)) cached += TOKENS_PER_BLOCK;
      else isPrefix = false;
      this.blocks.delete(chain);
      this.blocks.add(chain);
    }
    for (const oldest of this.blocks) {
      if (this.blocks.size * TOKENS_PER_BLOCK <= this.maxTokens) break;
      this.blocks.delete(oldest);
    }
    return { promptTokens, cachedTokens: cached };
  }
}

function render({ role, text, images }: SeenMessage): string {
  const pictures = images.map((image) => createHash('sha256').update(image).digest('hex').padEnd(TOKENS_PER_IMAGE * CHARS_PER_TOKEN, '.'));
  return `<|${role}|>${pictures.join('')}${text}`;
}
