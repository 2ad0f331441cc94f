import { cutIntoTokens } from './spell-tokens.js';
import type { SeenMessage } from './truth.js';

interface PromptLogprob { logprob: number; rank: number; decoded_token: string }

/** vLLM's `prompt_logprobs` and `prompt_token_ids` for a chat in Qwen's template; assistant turns carry alternatives. */
export function spellPrompt(messages: readonly SeenMessage[], turns: readonly Record<string, number>[]): { prompt_logprobs: (Record<string, PromptLogprob> | null)[]; prompt_token_ids: number[] } {
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    if (!ids.has(token)) ids.set(token, 5000 - 7 * ids.size);
    return ids.get(token) as number;
  };
  const entries: [token: string, alternatives: Record<string, number>][] = [];
  let turn = 0;
  for (const { role, text, images } of messages) {
    const alternatives = role === 'assistant' ? (turns[turn++] ?? {}) : {};
    const content = [...images.flatMap(() => ['<|vision_start|>', '<|image_pad|>', '<|image_pad|>', '<|vision_end|>']), ...cutIntoTokens(text)];
    entries.push(['<|im_start|>', {}], [role, {}], ['\n', {}], ...content.map((token, i): [string, Record<string, number>] => [token, i === 0 ? alternatives : {}]), ['<|im_end|>', {}], ['\n', {}]);
  }
  entries.push(['<|im_start|>', {}], ['assistant', {}], ['\n', {}]);
  return {
    prompt_token_ids: entries.map(([token]) => idOf(token)),
    prompt_logprobs: entries.map(([token, alternatives], i) => {
      if (i === 0) return null;
      const all = Object.keys(alternatives).length === 0 ? { [token]: 1 } : alternatives;
      const ranked = Object.entries(all).sort((a, b) => b[1] - a[1]);
      return Object.fromEntries(ranked.map(([other, p], rank) => [String(idOf(other)), { logprob: p > 0 ? Math.log(p) : -9999, rank: rank + 1, decoded_token: other }]));
    }),
  };
}
