import type { MeasuredToken } from './measure-token.js';
import type { Picking } from './pick-token.js';

/** What holds for any way of decoding. */
export interface DecodeOptions {
  picking: Picking;
  /** Tokens of the answer at most, from 1 up. */
  maxTokens: number;
  /** Alternatives to measure at each token. */
  topLogprobs: number;
}

/** An answer in tokens. */
export interface Decoded {
  tokens: MeasuredToken[];
  finishReason: 'stop' | 'length';
}
