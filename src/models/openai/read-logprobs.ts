import { z } from 'zod';
import type { TokenLogprob } from '../chat-model.js';

const alternative = z.looseObject({ token: z.string(), logprob: z.number().nullish(), bytes: z.array(z.number()).nullish() });
const entry = alternative.extend({ top_logprobs: z.array(alternative).nullish() });

/** `{content: [{token, logprob, top_logprobs: [{token, logprob}]}]}`: OpenAI, vLLM, SGLang, llama.cpp. Ollama sends the bare list. */
const listed = z.union([z.looseObject({ content: z.array(entry) }), z.array(entry)]);

/** `{tokens, token_logprobs, top_logprobs: [{token: logprob}]}`: the older completions shape, which some servers also use in chat. */
const parallel = z.looseObject({
  tokens: z.array(z.string()),
  token_logprobs: z.array(z.number().nullable()),
  top_logprobs: z.array(z.record(z.string(), z.number().nullable()).nullable()).nullish(),
});

/** Reads token log-probabilities in whichever shape a server sends them; null when it sends none. */
export function readLogprobs(value: unknown): TokenLogprob[] | null {
  const list = listed.safeParse(value);
  if (list.success) return nonEmpty((Array.isArray(list.data) ? list.data : list.data.content).flatMap(readEntry));
  const columns = parallel.safeParse(value);
  if (!columns.success) return null;
  const { tokens, token_logprobs, top_logprobs } = columns.data;
  return nonEmpty(tokens.flatMap((token, i) => {
    const logprob = token_logprobs[i];
    if (logprob === null || logprob === undefined) return [];
    const top = Object.entries(top_logprobs?.[i] ?? {}).flatMap(([other, value]) => (value === null ? [] : [{ token: other, logprob: value }]));
    return [{ token, logprob, top: sort(top) }];
  }));
}

function readEntry(raw: z.infer<typeof entry>): TokenLogprob[] {
  if (typeof raw.logprob !== 'number') return [];
  const top = (raw.top_logprobs ?? []).flatMap((other) => (typeof other.logprob === 'number' ? [{ token: readToken(other), logprob: other.logprob }] : []));
  return [{ token: readToken(raw), logprob: raw.logprob, top: sort(top) }];
}

/** A token that is part of a character comes with a replacement mark; its bytes are told apart all the same. */
function readToken({ token, bytes }: z.infer<typeof alternative>): string {
  return token === '' && bytes ? Buffer.from(bytes).toString('utf8') : token;
}

function sort(top: { token: string; logprob: number }[]): { token: string; logprob: number }[] {
  return top.sort((a, b) => b.logprob - a.logprob);
}

function nonEmpty(tokens: TokenLogprob[]): TokenLogprob[] | null {
  return tokens.length === 0 ? null : tokens;
}
