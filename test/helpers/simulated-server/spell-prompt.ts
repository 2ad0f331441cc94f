import { alternativesAt } from './alternatives-at.js';
import { chatTemplates, renderChat, type ChatTemplateName } from './chat-template.js';
import { logprobOf } from './spell-tokens.js';
import type { SeenMessage } from './truth.js';

interface PromptLogprob { logprob: number; rank: number; decoded_token: string }

export interface SpellPromptOptions {
  messages: readonly SeenMessage[];
  /** How probable the answers of earlier assistant turns are, in order. */
  turns: readonly Readonly<Record<string, number>>[];
  template: ChatTemplateName;
  /** Alternatives a token; the token of the prompt comes besides when it is not among them. */
  top: number;
}

/** vLLM's `prompt_logprobs` and `prompt_token_ids` of a chat; assistant turns carry alternatives where their answers part. */
export function spellPrompt({ messages, turns, template, top }: SpellPromptOptions): { prompt_logprobs: (Record<string, PromptLogprob> | null)[]; prompt_token_ids: number[] } {
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    if (!ids.has(token)) ids.set(token, 5000 - 7 * ids.size);
    return ids.get(token) as number;
  };
  const parted = turns.map(alternativesAt);
  const rendered = renderChat(messages, chatTemplates[template]);
  return {
    prompt_token_ids: rendered.map(({ token }) => idOf(token)),
    prompt_logprobs: rendered.map(({ token, turn, place }, i) => {
      if (i === 0) return null;
      const told = turn === null ? undefined : parted[turn];
      const all: readonly [string, number][] = told?.place === place ? told.alternatives : [[token, 1]];
      const ranked = all.map(([other, p], at) => ({ other, p, rank: at + 1 }));
      const kept = ranked.filter(({ other, rank }) => rank <= top || other === token);
      if (!kept.some(({ other }) => other === token)) kept.push({ other: token, p: 0, rank: 1000 });
      return Object.fromEntries(kept.map(({ other, p, rank }) => [String(idOf(other)), { logprob: logprobOf(p), rank, decoded_token: other }]));
    }),
  };
}
