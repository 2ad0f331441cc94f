import type { Tensor } from './transformers-api.js';

/** Keys and values of the attention, by the name under which the decoder takes them: [1, heads, tokens, size]. */
export type KeyValues = Readonly<Record<string, Tensor>>;

/** A conversation whose tokens need not be computed again. */
export interface KeptConversation {
  /** See PreparedPrompt.keys; one for each token of `keyValues`. */
  keys: readonly number[];
  keyValues: KeyValues;
  /** What the model said after its first `length` tokens. */
  prompt: { length: number; logits: Float32Array };
}

export interface FoundPrefix {
  length: number;
  keyValues: KeyValues;
  /** What the model said after the whole prompt, where that is known. */
  logits: Float32Array | null;
}

/** A conversation that shares this much of itself with a newer one gives way to it. */
const MOSTLY = 0.9;

export interface PrefixCacheOptions {
  /** Conversations at most. */
  entries: number;
  /** All of them together, in bytes; the last one is kept whatever its size. */
  bytes: number;
}

/** Keeps the last conversations, and finds how much of a new prompt one of them has already. */
export class PrefixCache {
  private kept: KeptConversation[] = [];

  constructor(private readonly limits: PrefixCacheOptions) {}

  /** The longest common beginning; null when there is none. At least the last token is left to be computed, unless its outcome is known. */
  find(keys: readonly number[]): FoundPrefix | null {
    let best: KeptConversation | undefined;
    let length = 0;
    for (const one of this.kept) {
      const shared = countShared(one.keys, keys);
      if (shared > length) [best, length] = [one, shared];
    }
    if (!best) return null;
    const logits = length === keys.length && best.prompt.length === length ? best.prompt.logits : null;
    const used = logits ? length : Math.min(length, keys.length - 1);
    if (used === 0) return null;
    this.kept = [...this.kept.filter((one) => one !== best), best];
    return { length: used, logits, keyValues: cutKeyValues(best.keyValues, used) };
  }

  keep(conversation: KeptConversation): void {
    const others = this.kept.filter(({ keys }) => countShared(keys, conversation.keys) < MOSTLY * keys.length);
    this.kept = [...others, conversation].slice(-this.limits.entries);
    while (this.kept.length > 1 && this.kept.reduce((sum, { keyValues }) => sum + countBytes(keyValues), 0) > this.limits.bytes) this.kept.shift();
  }
}

function countShared(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

function cutKeyValues(keyValues: KeyValues, length: number): KeyValues {
  return Object.fromEntries(Object.entries(keyValues).map(([name, tensor]) => [name, tensor.dims[2] === length ? tensor : tensor.slice(null, null, [0, length], null)]));
}

function countBytes(keyValues: KeyValues): number {
  return Object.values(keyValues).reduce((sum, { data }) => sum + data.byteLength, 0);
}
