import { cutIntoTokens } from './cut-into-tokens.js';

/**
 * Where several answers part, and how probable each token is there: `{1: .3, -1: .7}` part at their first token, as `1`
 * and `-`; `{step good: .6, step bad: .4}` at their second. Tokens before it are certain.
 */
export function alternativesAt(probabilities: Readonly<Record<string, number>>): { place: number; alternatives: [token: string, probability: number][] } {
  const spelled = Object.entries(probabilities).map(([text, probability]) => ({ tokens: cutIntoTokens(text), probability }));
  const longest = Math.max(1, ...spelled.map(({ tokens }) => tokens.length));
  const parted = Array.from({ length: longest }, (_, at) => at).find((at) => new Set(spelled.map(({ tokens }) => tokens[at])).size > 1);
  const place = parted ?? 0;
  const sums = new Map<string, number>();
  for (const { tokens, probability } of spelled) sums.set(tokens[place] ?? '', (sums.get(tokens[place] ?? '') ?? 0) + probability);
  return { place, alternatives: [...sums].sort((a, b) => b[1] - a[1]) };
}
