import type { TokenLogprob } from '../chat-model.js';

/**
 * The tokens that spell `text`, its last occurrence in the whole answer. Where a token begins before the text (`"+`),
 * what comes before is taken off it and off those alternatives that begin alike; the others spell something else
 * and are dropped. Null when the tokens do not spell the text.
 */
export function cutTokens(tokens: readonly TokenLogprob[], text: string): TokenLogprob[] | null {
  if (text === '') return [];
  const start = tokens.map(({ token }) => token).join('').lastIndexOf(text);
  if (start < 0) return null;
  const end = start + text.length;
  const cut: TokenLogprob[] = [];
  let position = 0;
  for (const token of tokens) {
    const from = position;
    position += token.token.length;
    if (position <= start || from >= end) continue;
    cut.push(from < start ? cutStart(token, token.token.slice(0, start - from)) : token);
  }
  return cut;
}

function cutStart({ token, logprob, top }: TokenLogprob, before: string): TokenLogprob {
  return {
    token: token.slice(before.length),
    logprob,
    top: top.filter((other) => other.token.startsWith(before)).map((other) => ({ token: other.token.slice(before.length), logprob: other.logprob })),
  };
}
