import { AbortedError } from '../errors/index.js';
import type { ResponseStore } from './cache/response-store.js';
import { chooseModelName } from './choose-model-name.js';
import type { ConnectModelOptions } from './connect-model.js';
import { createPoolingEndpoint } from './create-pooling-endpoint.js';
import { AdaptiveLimit } from './endpoints/adaptive-limit.js';
import { judgeCongestion } from './endpoints/judge-congestion.js';
import { createHttpClient } from './http/create-http-client.js';
import { readApiKey } from './http/read-api-key.js';
import { tryJson } from './http/try-json.js';
import { listModels } from './list-models.js';
import { makeCallKey } from './make-call-key.js';
import type { PoolingCall, PoolingEndpoint } from './pooling-endpoint.js';
import { retry, type RetryOptions } from './retry.js';

export interface ConnectPoolingOptions extends Omit<ConnectModelOptions, 'dialect'> {
  stepMark?: string | undefined;
  /** Default 256; how many calls there really are adapts to the server. */
  maxConcurrency?: number | undefined;
  retry?: RetryOptions | undefined;
  /** Where answers are kept between runs. Default: nowhere. */
  cache?: ResponseStore | undefined;
}

/** Connects to a native process reward model, with cache, retry and adaptive concurrency around it. Throws as connectModel does. */
export async function connectPoolingEndpoint(options: ConnectPoolingOptions): Promise<PoolingEndpoint> {
  const { baseUrl, apiKeyEnv = null, probeTimeoutMs: timeoutMs = 15_000, env = process.env, signal, cache, maxConcurrency } = options;
  const http = createHttpClient({ apiKey: readApiKey(apiKeyEnv, env) });
  try {
    const name = chooseModelName(options.name, await listModels({ http, baseUrl, apiKeyEnv, timeoutMs, signal }), baseUrl);
    const { stepMark, extraBody, maxPixels } = options;
    const endpoint = createPoolingEndpoint({ http, baseUrl, name, apiKeyEnv, stepMark, extraBody, maxPixels, timeoutMs: options.timeoutMs });
    const limit = new AdaptiveLimit(maxConcurrency === undefined ? {} : { max: maxConcurrency });
    const ask = (call: PoolingCall) => retry(() => limit.run('pooling', () => endpoint.doScoreSteps(call), judgeCongestion, call.signal), options.retry, call.signal);
    return { id: endpoint.id, doScoreSteps: cache ? (call) => askOnce(endpoint.id, call, cache, ask) : ask, close: () => endpoint.close() };
  } catch (error) {
    await http.close();
    throw error;
  }
}

/** Answers an equal call from the store. */
async function askOnce(id: string, call: PoolingCall, cache: ResponseStore, ask: (call: PoolingCall) => Promise<number[]>): Promise<number[]> {
  if (call.signal?.aborted) throw new AbortedError('Stopped.');
  const steps = call.steps.map((text) => ({ role: 'assistant' as const, content: [{ type: 'text' as const, text }] }));
  const key = await makeCallKey(id, { messages: [...call.messages, ...steps], sampling: { temperature: 0, maxTokens: 0 }, sampleIndex: 0 });
  const kept = cache.get(key);
  const known = kept === undefined ? undefined : tryJson(kept);
  if (known !== undefined) return known as number[];
  const probabilities = await ask(call);
  cache.put(key, JSON.stringify(probabilities));
  return probabilities;
}
