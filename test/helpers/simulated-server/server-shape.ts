import type { ChatTemplateName } from './chat-template.js';
import type { Fault } from './faults.js';
import type { SeenRequest, Truth } from './truth.js';

/** How one kind of server speaks: what it reads, what it answers, how it complains. */
export interface ServerShape {
  /** Path of the chat call. */
  chatPath: string;
  /** Answers to GET requests, by path; `models` are the names served. */
  pages(models: readonly string[], contextTokens: number): Record<string, unknown>;
  read(body: Record<string, unknown>): SeenRequest;
  answer(options: {
    request: SeenRequest;
    truth: Truth;
    /** The truths of the other answers asked for; a server that gives one a request ignores them. */
    further: readonly Truth[];
    body: Record<string, unknown>;
    usage: { promptTokens: number; cachedTokens: number };
    fault: Fault | null;
    template: ChatTemplateName;
  }): unknown;
  complain(kind: 'context-overflow' | 'unknown-model' | 'unauthorized' | 'image-too-large' | 'overloaded' | 'broken', facts: { model: string; promptTokens: number; contextTokens: number }): { status: number; body: unknown };
}
