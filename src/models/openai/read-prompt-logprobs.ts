import { z } from 'zod';
import type { TokenLogprob } from '../chat-model.js';

const entry = z.looseObject({ logprob: z.number().nullish(), decoded_token: z.string().nullish() });
const promptLogprobs = z.array(z.record(z.string(), entry).nullable());
const promptTokenIds = z.array(z.number());

/**
 * vLLM's `prompt_logprobs`: for each prompt token but the first, an object from token ids to log-probabilities. Which of
 * them stands in the prompt is told only by `prompt_token_ids`. Null when the two are not there or do not fit together.
 */
export function readPromptLogprobs(values: unknown, ids: unknown): TokenLogprob[] | null {
  const places = promptLogprobs.safeParse(values);
  const order = promptTokenIds.safeParse(ids);
  if (!places.success || !order.success || places.data.length !== order.data.length) return null;
  const tokens: TokenLogprob[] = [];
  for (const [i, place] of places.data.entries()) {
    if (i === 0) continue;
    const own = place?.[String(order.data[i])];
    if (!place || typeof own?.logprob !== 'number') return null;
    const top = Object.values(place).flatMap(({ logprob, decoded_token }) => (typeof logprob === 'number' ? [{ token: decoded_token ?? '', logprob }] : []));
    tokens.push({ token: own.decoded_token ?? '', logprob: own.logprob, top: top.sort((a, b) => b.logprob - a.logprob) });
  }
  return tokens;
}
