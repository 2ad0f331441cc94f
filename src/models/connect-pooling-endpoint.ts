import { AbortedError } from '../errors/index.js';
import { readKept } from './cache/read-kept.js';
import type { ResponseStore } from './cache/response-store.js';
import type { ChatPart } from './chat-model.js';
import type { ConnectModelOptions } from './connect-model.js';
import type { ModelHandle } from './create-model.js';
import { createPoolingEndpoint, type PoolingEndpointOptions } from './create-pooling-endpoint.js';
import { AdaptiveLimit } from './endpoints/adaptive-limit.js';
import { judgeCongestion } from './endpoints/judge-congestion.js';
import { sumLoad } from './endpoints/server-load.js';
import { checkSameModel, type FirstModel } from './first-model.js';
import { greetServer } from './greet-server.js';
import { lateSignal } from './late-signal.js';
import { makeCallKey } from './make-call-key.js';
import { countCall } from './middleware/count-call.js';
import { createRateGate, estimateTokens } from './middleware/rate-gate.js';
import { emptyUsage, noteAnswer, type ModelUsage } from './middleware/usage-meter.js';
import { noteWork } from './middleware/work-usage.js';
import type { PoolingCall, PoolingEndpoint } from './pooling-endpoint.js';
import { retry } from './retry.js';
import type { TrafficOptions } from './traffic-options.js';

export interface ConnectPoolingOptions extends Omit<ConnectModelOptions, 'dialect'>, TrafficOptions {
  stepMark?: string | undefined;
}

/** A pooling endpoint with what was asked of it so far, as ModelHandle has it. */
export interface ConnectedPooling extends PoolingEndpoint, Pick<ModelHandle, 'served' | 'usage' | 'readLoad'> {
  name: string;
}

/** Connects to a native process reward model, with cache, retry and adaptive concurrency around it. A quota of tokens is kept by estimate alone. Throws as connectModel does. */
export async function connectPoolingEndpoint(options: ConnectPoolingOptions): Promise<ConnectedPooling> {
  const { baseUrl, stepMark, extraBody, maxPixels, timeoutMs, cache, maxConcurrency, requestsPerMinute, tokensPerMinute, finishMs = 0 } = options;
  const gate = createRateGate({ requestsPerMinute, tokensPerMinute });
  return greetServer(options, ({ http, name, apiKeyEnv, served }) => {
    const usage = emptyUsage();
    const first: FirstModel = { name: null, change: null };
    const onAnswer: PoolingEndpointOptions['onAnswer'] = ({ promptTokens, model, signal: asker }) => {
      usage.promptTokens += promptTokens;
      noteWork(asker, { promptTokens });
      noteAnswer(usage, { warnings: [], model });
      checkSameModel(first, model, `${baseUrl}#${name}`);
    };
    const endpoint = createPoolingEndpoint({ http, baseUrl, name, apiKeyEnv, stepMark, extraBody, maxPixels, timeoutMs, onAnswer });
    const limit = new AdaptiveLimit({ max: maxConcurrency });
    const askServer = async (call: PoolingCall): Promise<number[]> => {
      if (first.change !== null) throw first.change;
      const late = lateSignal(call.signal, finishMs);
      return endpoint.doScoreSteps({ ...call, signal: late.signal }).finally(late.release);
    };
    const askInTurn = async (call: PoolingCall): Promise<number[]> => {
      await gate.enter(estimateTokens([...call.messages.flatMap(({ content }) => content), ...stepParts(call)]), call.signal);
      return limit.run('pooling', () => askServer(call), judgeCongestion, call.signal);
    };
    const ask: Ask = (call) => retry(() => askInTurn(call), options.retry, call.signal);
    return {
      id: endpoint.id,
      name,
      served: served?.map(({ id }) => id),
      usage,
      readLoad: () => sumLoad([limit]),
      doScoreSteps: (call) => countCall(usage, () => (cache ? askOnce({ id: endpoint.id, cache, usage, ask }, call) : ask(call))),
      close: () => endpoint.close(),
    };
  });
}

type Ask = (call: PoolingCall) => Promise<number[]>;

/** Answers an equal call from the store. */
async function askOnce({ id, cache, usage, ask }: { id: string; cache: ResponseStore; usage: ModelUsage; ask: Ask }, call: PoolingCall): Promise<number[]> {
  if (call.signal?.aborted) throw new AbortedError('Stopped.');
  const steps = stepParts(call).map((part) => ({ role: 'assistant' as const, content: [part] }));
  const key = await makeCallKey(id, { messages: [...call.messages, ...steps], sampling: { temperature: 0, maxTokens: 0 }, sampleIndex: 0 });
  const known = readKept(cache, key);
  if (known !== undefined) {
    usage.fromCache++;
    return known as number[];
  }
  const probabilities = await ask(call);
  cache.put(key, JSON.stringify(probabilities));
  return probabilities;
}

const stepParts = ({ steps }: PoolingCall): ChatPart[] => steps.map((text) => ({ type: 'text', text }));
