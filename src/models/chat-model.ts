import type { ImageSource } from '../images/image-source.js';

export type ChatPart = { type: 'text'; text: string } | { type: 'image'; image: ImageSource };

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: readonly ChatPart[];
}

/** What the answer must look like. An adapter spells it as its server understands, or ignores it and says so in `warnings`. */
export type AnswerConstraint =
  | { type: 'choice'; choices: readonly string[] }
  | { type: 'json'; name: string; schema: Record<string, unknown> };

export interface Sampling {
  /** From 0 up. */
  temperature: number;
  /** In (0,1]. */
  topP?: number;
  maxTokens: number;
  /** From -2 to 2: how far a token is held back because it came before at all, and for each time it came. Refused by some servers. */
  presencePenalty?: number;
  frequencyPenalty?: number;
  /** Above 0, 1 changes nothing: divides the scores of tokens that came before, those of the prompt too. Only local servers know it. */
  repetitionPenalty?: number;
  /** Adapters send `seed + sampleIndex`, so that repeated samples differ. */
  seed?: number;
  stop?: readonly string[];
}

export interface GenerateCall {
  messages: readonly ChatMessage[];
  sampling: Sampling;
  constraint?: AnswerConstraint | undefined;
  /** How many alternatives to report at each answer token (0 to 20); none by default. */
  topLogprobs?: number | undefined;
  /** How many alternatives to report at each token of the prompt (0 to 20); none by default. Only vLLM can; elsewhere `promptTokens` stays null. */
  promptLogprobs?: number | undefined;
  /** Which of several equal requests this is, so that caches never collapse repeated samples. */
  sampleIndex: number;
  /**
   * How many answers are wanted at once, those of `sampleIndex` and the next ones, from 1 (default) up. A model that gives one
   * a request ignores it: see `GenerateResult.further`.
   */
  count?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** One answer token with its natural-log probability and the alternatives at its place, most probable first. */
export interface TokenLogprob {
  token: string;
  logprob: number;
  top: readonly { token: string; logprob: number }[];
}

export interface Usage {
  promptTokens: number;
  completionTokens: number;
  /** Prompt tokens that a prefix cache served; null when the server does not say. */
  cachedTokens: number | null;
}

export interface GenerateResult {
  /** The answer without reasoning that the server keeps apart. */
  text: string;
  /** What the model thought before it answered, where the server or a `<think>` block tells it; undefined otherwise. */
  reasoning?: string | undefined;
  /** `content-filter`: refused; the reason is in `warnings`. `length`: cut off at `maxTokens`. */
  finishReason: 'stop' | 'length' | 'content-filter' | 'other';
  /** Tokens of `text` in order (reasoning and wrapping of constrained answers taken off); null when the model gives none. */
  tokens: readonly TokenLogprob[] | null;
  /** Tokens of the prompt as the server rendered it, from its second on; null or undefined when it tells none. */
  promptTokens?: readonly TokenLogprob[] | null | undefined;
  usage: Usage | null;
  /** The model's name as the server says it; null when it does not. A change in mid-run is an error of the run. */
  model: string | null;
  warnings: readonly string[];
  /**
   * The answers of the next samples where the call asked for several (`count`); at most `count - 1`. What is missing has to be asked for
   * by itself. Their `usage` is null: that of the first covers all.
   */
  further?: readonly GenerateResult[] | undefined;
  /** The answer was paid for earlier: it cost no call. */
  isFromCache?: boolean | undefined;
  /**
   * Takes the answer out of the cache, where there is one: for an answer that turned out to be of no use, or else the same
   * failure would be found there whenever the work is tried again.
   */
  forget?: (() => void) | undefined;
}

/** Something that answers a chat message with images. Callers use `askModel`-like functions, never `doGenerate`. */
export interface ChatModel {
  /** Name, endpoint and every fixed setting that changes answers, without credentials: goes into manifests and cache keys. */
  readonly id: string;
  /** @throws ModelError (a BackendError with `kind`, so that callers can tell a context overflow), AbortedError. Never returns a made-up answer. */
  doGenerate(call: GenerateCall): Promise<GenerateResult>;
  close(): Promise<void>;
}
