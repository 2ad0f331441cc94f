import { alternativesAt } from './alternatives-at.js';
import { cutIntoTokens } from './cut-into-tokens.js';
import type { Truth } from './truth.js';

export interface SpelledToken {
  token: string;
  logprob: number;
  bytes: number[];
  top_logprobs: { token: string; logprob: number; bytes: number[] }[];
}

/** What stands in for a probability of zero, as vLLM has it. */
const NEVER = -9999;

export const logprobOf = (probability: number): number => (probability > 0 ? Math.log(probability) : NEVER);

/**
 * The tokens of an answer. Where the truth has probabilities, the first token at which the answers part carries those of
 * all answers as alternatives; `before` and `after` are the wrapping that a constraint needs.
 */
export function spellTokens(truth: Truth, options: { top: number; before: string; after: string }): SpelledToken[] {
  const { top, before, after } = options;
  const sure = (token: string): SpelledToken => toToken(token, 0, top > 0 ? [[token, 0]] : []);
  const answer = cutIntoTokens(truth.text).map(sure);
  const { place, alternatives } = alternativesAt(truth.probabilities ?? {});
  const parting = answer[place];
  if (parting !== undefined && truth.probabilities !== undefined) {
    const ranked = alternatives.map(([token, p]): [string, number] => [token, logprobOf(p)]);
    answer[place] = toToken(parting.token, ranked.find(([token]) => token === parting.token)?.[1] ?? NEVER, ranked.slice(0, top));
  }
  return [...cutIntoTokens(before).map(sure), ...answer, ...cutIntoTokens(after).map(sure)];
}

function toToken(token: string, logprob: number, top: [string, number][]): SpelledToken {
  const bytes = [...Buffer.from(token)];
  return { token, logprob, bytes, top_logprobs: top.map(([other, value]) => ({ token: other, logprob: value, bytes: [...Buffer.from(other)] })) };
}
