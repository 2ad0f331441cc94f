import type { TokenLogprob } from '../../chat-model.js';
import type { MeasuredToken } from './measure-token.js';
import type { Tokenizer } from './transformers-api.js';

const asIs = { clean_up_tokenization_spaces: false };

/**
 * Tokens in text, which together spell `text` and end where it ends. A character of several tokens stands with the last of them.
 */
export function spellTokens(tokenizer: Tokenizer, tokens: readonly MeasuredToken[], text: string): TokenLogprob[] {
  const spelled: TokenLogprob[] = [];
  let pending: number[] = [];
  let left = text.length;
  for (const { id, logprob, top } of tokens) {
    pending.push(id);
    const piece = tokenizer.decode(pending, { skip_special_tokens: true, ...asIs });
    const isWhole = !piece.endsWith('\ufffd');
    const token = isWhole ? piece.slice(0, left) : '';
    if (isWhole) pending = [];
    left -= token.length;
    spelled.push({ token, logprob, top: top.map((other) => ({ token: tokenizer.decode([other.id], { skip_special_tokens: false, ...asIs }), logprob: other.logprob })) });
    if (left <= 0 && isWhole) break;
  }
  return spelled;
}
