import type { TokenLogprob } from '../chat-model.js';

type Alternative = TokenLogprob['top'][number];

/**
 * vLLM's `prompt_logprobs`: for each prompt token but the first, an object from token ids to log-probabilities. Which of
 * them stands in the prompt is told only by `prompt_token_ids`. Null when the two are not there or do not fit together.
 * Checked by hand, since a schema takes twice as long over thousands of tokens with their alternatives.
 */
export function readPromptLogprobs(values: unknown, ids: unknown): TokenLogprob[] | null {
  if (!Array.isArray(values) || !Array.isArray(ids) || values.length !== ids.length) return null;
  const tokens: TokenLogprob[] = [];
  for (let i = 1; i < values.length; i++) {
    const place = values[i] as unknown;
    const id = ids[i] as unknown;
    if (typeof id !== 'number' || !isObject(place)) return null;
    const own = readAlternative(place[id]);
    if (own === null) return null;
    const top = Object.values(place).map(readAlternative).filter((one) => one !== null);
    tokens.push({ ...own, top: top.sort((a, b) => b.logprob - a.logprob) });
  }
  return tokens;
}

function readAlternative(entry: unknown): Alternative | null {
  if (!isObject(entry) || typeof entry['logprob'] !== 'number') return null;
  const token = entry['decoded_token'] ?? '';
  return typeof token === 'string' ? { token, logprob: entry['logprob'] } : null;
}

const isObject = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null;
