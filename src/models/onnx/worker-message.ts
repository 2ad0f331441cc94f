import type { GenerateResult } from '../chat-model.js';
import type { ModelErrorKind } from '../model-error.js';
import type { LoadSettings } from './onnx-settings.js';
import type { OnnxSource } from './onnx-source.js';
import type { Penalties } from './worker/penalise-repeats.js';

/** What the worker is started with. */
export interface WorkerSettings extends LoadSettings {
  source: OnnxSource;
}

/** Pixels of an upright image, three bytes each. */
export interface RawPixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A message with its images by hash. */
export interface PromptMessage {
  role: 'system' | 'user' | 'assistant';
  content: ({ type: 'text'; text: string } | { type: 'image'; hash: string })[];
}

/** One call, in plain values. */
export interface GenerateTask {
  type: 'generate';
  messages: PromptMessage[];
  /** Pixels of those images that the worker said it lacks. */
  images: Record<string, RawPixels>;
  temperature: number;
  topP: number;
  penalties: Penalties;
  maxTokens: number;
  /** Already with the sample index. */
  seed: number;
  stop: string[];
  /** Null: free text. */
  choices: string[] | null;
  /** Alternatives at each token; null when no log-probabilities are wanted. */
  topLogprobs: number | null;
}

/** `load`: nothing but to be ready. */
export type WorkerTask = GenerateTask | { type: 'load' };
export type WorkerRequest = ({ id: number } & WorkerTask) | { type: 'abort'; id: number };

/** What is known of a model when it is loaded. */
export interface LoadedInfo {
  modelType: string;
  /** Tokens that prompt and answer may have together; null when the config does not say. */
  contextLength: number | null;
  /** Where its files lie. */
  folder: string;
}

/** What the worker makes of a call; the caller adds what it knows better. */
export type WorkerAnswer = Pick<GenerateResult, 'text' | 'finishReason' | 'tokens' | 'usage' | 'warnings'>;

/** Errors lose their class between processes, so what makes them travels along. */
export type WorkerFailure =
  | { type: 'missing-package'; packageName: string }
  | { type: 'usage'; message: string }
  | { type: 'aborted' }
  | { type: 'model'; kind: ModelErrorKind; isRetryable: boolean; message: string };

/** What comes of a `generate` task: an answer, or the hashes of images that the worker has not seen and was not given. */
export type GenerateOutcome = { type: 'answer'; answer: WorkerAnswer } | { type: 'missing-images'; hashes: string[] };

export type Outcome = GenerateOutcome | { type: 'loaded'; info: LoadedInfo } | { type: 'failure'; failure: WorkerFailure };

/** `memoryMb`: what the worker's process holds. */
export type WorkerResponse = { id: number; memoryMb: number } & Outcome;
