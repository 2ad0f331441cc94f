import type { ChatMessage } from './chat-model.js';

export interface PoolingCall {
  /** What comes before the solution: instruction, images, question. */
  messages: readonly ChatMessage[];
  /** The steps of one solution, in order. */
  steps: readonly string[];
  signal?: AbortSignal | undefined;
}

/** A process reward model that a server runs natively: one pass over a solution gives every step its probability. */
export interface PoolingEndpoint {
  /** As ChatModel.id. */
  readonly id: string;
  /** P(step is correct) for each step, in [0,1]. @throws ModelError, AbortedError. Never a made-up number. */
  doScoreSteps(call: PoolingCall): Promise<number[]>;
  close(): Promise<void>;
}
