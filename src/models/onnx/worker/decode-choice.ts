import type { Decoded, DecodeOptions } from './decoding.js';
import type { LoadedModel } from './loaded-model.js';
import { logSumExp, measureToken } from './measure-token.js';
import { pickToken } from './pick-token.js';
import type { PromptRun } from './run-prompt.js';

interface Spelling {
  choice: string;
  ids: number[];
}

/**
 * Lets the model answer with one of several texts: at each token only those that go on spelling one of them can be chosen.
 * Some models begin every answer with a space; the spelling that the model finds more probable is taken for all choices.
 */
export async function decodeChoice({ tokenizer, endTokens }: LoadedModel, run: PromptRun, choices: readonly string[], options: DecodeOptions): Promise<Decoded & { text: string }> {
  let open = chooseSpellings(run.logits, ['', ' '].map((before) => choices.map((choice) => ({ choice, ids: tokenizer.encode(before + choice, { add_special_tokens: false }) }))));
  const tokens: Decoded['tokens'] = [];
  for (;;) {
    const depth = tokens.length;
    const done = open.find(({ ids }) => ids.length === depth);
    const next = [...new Set(open.flatMap(({ ids }) => ids[depth] ?? []))];
    if (next.length === 0) return { tokens, text: done?.choice ?? '', finishReason: 'stop' };
    if (depth === options.maxTokens) return done ? { tokens, text: done.choice, finishReason: 'stop' } : { tokens, text: tokenizer.decode(tokens.map(({ id }) => id), { skip_special_tokens: true, clean_up_tokenization_spaces: false }).trim(), finishReason: 'length' };
    // A choice that begins another one is chosen by ending there.
    const allowed = done ? [...next, ...endTokens] : next;
    const id = pickToken(run.logits, options.picking, allowed);
    if (!next.includes(id)) return { tokens, text: done?.choice ?? '', finishReason: 'stop' };
    tokens.push(measureToken(run.logits, id, options.topLogprobs, next));
    open = open.filter(({ ids }) => ids[depth] === id);
    if (open.some(({ ids }) => ids.length > depth + 1)) await run.push(id);
  }
}

function chooseSpellings(logits: Float32Array, spellings: readonly Spelling[][]): Spelling[] {
  const norm = logSumExp(logits);
  const massOf = (ways: readonly Spelling[]): number => [...new Set(ways.map(({ ids }) => ids[0] ?? 0))].reduce((sum, id) => sum + Math.exp((logits[id] ?? -Infinity) - norm), 0);
  return spellings.reduce((best, one) => (massOf(one) > massOf(best) ? one : best));
}
