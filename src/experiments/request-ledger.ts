import { AsyncLocalStorage } from 'node:async_hooks';
import { readKept } from '../models/cache/read-kept.js';
import type { ResponseStore } from '../models/cache/response-store.js';
import type { ChatModel, GenerateResult } from '../models/chat-model.js';
import { makeCallKey } from '../models/make-call-key.js';

/** Bits of a request's key that are noted: enough that no two requests of any run share them by chance (128). */
const NOTED = 32;

/** What one piece of work asked for. */
export interface AskedRequests {
  /** Keys of the requests, by job. A request is its full content: model, messages with images, sampling, number of the sample. */
  keys: Map<string, Set<string>>;
  /** Requests that got no answer, so that the work should be tried again. */
  failed: number;
}

/** Sees to it that no request is sent twice, and knows who asked for which. */
export interface RequestLedger {
  /** A model whose requests go through the ledger. */
  wrap(model: ChatModel, job: string): ChatModel;
  /** Runs a piece of work and tells what it asked for, however much of it ran at the same time as other work. */
  note<T>(work: () => Promise<T>): Promise<{ value: T; asked: AskedRequests }>;
  /** Charges the work under way with what other work asked for in its stead. */
  charge(asked: AskedRequests): void;
  /** Requests of this session: answered by servers, found in the cache of earlier runs, failed. */
  readonly counts: { sent: number; fromCache: number; failed: number };
}

/**
 * Makes a ledger over a store. Every answer is kept, readable or not: an answer that cannot be read is what the request gave. Errors are not kept.
 * Repeated samples of one prompt are requests of their own.
 */
export function createRequestLedger(store: ResponseStore): RequestLedger {
  const open = new Map<string, Promise<GenerateResult>>();
  const asking = new AsyncLocalStorage<AskedRequests>();
  const counts = { sent: 0, fromCache: 0, failed: 0 };

  async function send(model: ChatModel, key: string, call: Parameters<ChatModel['doGenerate']>[0]): Promise<GenerateResult> {
    try {
      const { forget, ...result } = await model.doGenerate(call);
      counts[result.isFromCache ? 'fromCache' : 'sent']++;
      const { isFromCache: _, ...kept } = result;
      store.put(key, JSON.stringify(kept));
      return { ...result, ...(forget ? { forget } : {}) };
    } catch (error) {
      counts.failed++;
      throw error;
    } finally {
      open.delete(key);
    }
  }

  return {
    counts,
    wrap: (model, job) => ({
      id: model.id,
      async doGenerate(call) {
        const asked = asking.getStore();
        try {
          const key = await makeCallKey(model.id, call);
          if (asked) addKey(asked, job, key.slice(0, NOTED));
          // Nothing waits between these lines, so two equal requests never both find nothing.
          const underWay = open.get(key);
          if (underWay) return { ...await underWay, isFromCache: true };
          const known = readKept(store, key);
          if (known !== undefined) return { ...(known as GenerateResult), isFromCache: true };
          const sending = send(model, key, call);
          open.set(key, sending);
          return await sending;
        } catch (error) {
          if (asked) asked.failed++;
          throw error;
        }
      },
      close: () => model.close(),
    }),
    charge({ keys, failed }) {
      const asked = asking.getStore();
      if (!asked) return;
      asked.failed += failed;
      for (const [job, own] of keys) for (const key of own) addKey(asked, job, key);
    },
    async note(work) {
      const asked: AskedRequests = { keys: new Map(), failed: 0 };
      return { value: await asking.run(asked, work), asked };
    },
  };
}

function addKey({ keys }: AskedRequests, job: string, key: string): void {
  const known = keys.get(job);
  if (known) known.add(key);
  else keys.set(job, new Set([key]));
}
