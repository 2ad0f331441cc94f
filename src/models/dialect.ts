import type { GenerateCall, GenerateResult } from './chat-model.js';

/** The servers whose spelling we know; `generic` is any other that speaks OpenAI's chat protocol. */
export const dialectNames = ['vllm', 'sglang', 'llamacpp', 'ollama', 'openai', 'generic'] as const;
export type DialectName = (typeof dialectNames)[number];

/** How one kind of server spells a request and an answer. No I/O. */
export interface Dialect {
  readonly name: DialectName;
  /** The address of the chat call. */
  chatUrl(baseUrl: string): string;
  /** The request body. `imageUrls` holds a data URL for each image of the messages, in order. */
  buildBody(call: GenerateCall, context: { model: string; imageUrls: readonly string[] }): Record<string, unknown>;
  /**
   * Reads the body of a successful answer.
   * @throws ModelError (`malformed-answer`) when it is not what the protocol promises.
   */
  readAnswer(body: unknown, call: GenerateCall): GenerateResult;
  /** What of this call the server has no words for and was left out. */
  warnings(call: GenerateCall): string[];
}
