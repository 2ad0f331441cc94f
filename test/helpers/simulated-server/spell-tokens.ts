import type { Truth } from './truth.js';

export interface SpelledToken {
  token: string;
  logprob: number;
  bytes: number[];
  top_logprobs: { token: string; logprob: number; bytes: number[] }[];
}

/** What stands in for a probability of zero, as vLLM has it. */
const NEVER = -9999;

/** Cuts text as a tokeniser may: words with the space before them, everything else by itself. */
export function cutIntoTokens(text: string): string[] {
  return text.match(/ ?[A-Za-z0-9]+|[^A-Za-z0-9]/gu) ?? [];
}

/**
 * The tokens of an answer. Where the truth has probabilities, the first token of the bare answer carries the first
 * tokens of all answers as alternatives; `before` and `after` are the wrapping that a constraint needs.
 */
export function spellTokens(truth: Truth, options: { top: number; before: string; after: string }): SpelledToken[] {
  const { top, before, after } = options;
  const sure = (token: string): SpelledToken => toToken(token, 0, top > 0 ? [[token, 0]] : []);
  const answer = cutIntoTokens(truth.text).map(sure);
  const [first] = answer;
  if (first !== undefined && truth.probabilities !== undefined) {
    const alternatives = new Map<string, number>();
    for (const [text, probability] of Object.entries(truth.probabilities)) {
      const token = cutIntoTokens(text)[0] ?? '';
      alternatives.set(token, (alternatives.get(token) ?? 0) + probability);
    }
    const ranked = [...alternatives].map(([token, p]): [string, number] => [token, p > 0 ? Math.log(p) : NEVER]).sort((a, b) => b[1] - a[1]);
    answer[0] = toToken(first.token, ranked.find(([token]) => token === first.token)?.[1] ?? NEVER, ranked.slice(0, top));
  }
  return [...cutIntoTokens(before).map(sure), ...answer, ...cutIntoTokens(after).map(sure)];
}

function toToken(token: string, logprob: number, top: [string, number][]): SpelledToken {
  const bytes = [...Buffer.from(token)];
  return { token, logprob, bytes, top_logprobs: top.map(([other, value]) => ({ token: other, logprob: value, bytes: [...Buffer.from(other)] })) };
}
