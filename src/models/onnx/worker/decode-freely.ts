import type { Decoded, DecodeOptions } from './decoding.js';
import type { LoadedModel } from './loaded-model.js';
import { measureToken } from './measure-token.js';
import { penaliseRepeats, type Penalties } from './penalise-repeats.js';
import { pickToken } from './pick-token.js';
import type { PromptRun } from './run-prompt.js';

export interface FreeDecodeOptions extends DecodeOptions {
  /** Texts at which the answer ends. */
  stop: readonly string[];
  penalties: Penalties;
  /** Tokens of the prompt, which count as repeated too. */
  prompt: readonly number[];
}

/** Lets the model answer until it ends its turn, writes one of `stop`, or has no tokens left. The text ends before the stop. */
export async function decodeFreely({ tokenizer, endTokens }: LoadedModel, run: PromptRun, options: FreeDecodeOptions): Promise<Decoded & { text: string }> {
  const { stop, penalties, prompt } = options;
  const tokens: Decoded['tokens'] = [];
  const spell = (): string => tokenizer.decode(tokens.map(({ id }) => id), { skip_special_tokens: true, clean_up_tokenization_spaces: false });
  while (tokens.length < options.maxTokens) {
    const id = pickToken(penaliseRepeats(run.logits, penalties, prompt, tokens.map((token) => token.id)), options.picking);
    if (endTokens.has(id)) return { tokens, text: spell(), finishReason: 'stop' };
    tokens.push(measureToken(run.logits, id, options.topLogprobs, []));
    const cut = stop.length === 0 ? -1 : findStop(spell(), stop);
    if (cut >= 0) return { tokens, text: spell().slice(0, cut), finishReason: 'stop' };
    if (tokens.length < options.maxTokens) await run.push(id);
  }
  return { tokens, text: spell(), finishReason: 'length' };
}

function findStop(text: string, stop: readonly string[]): number {
  const places = stop.filter((one) => one !== '').map((one) => text.indexOf(one)).filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
