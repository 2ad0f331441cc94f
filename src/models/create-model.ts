import { balanceEndpoints } from './balance-endpoints.js';
import type { ChatModel } from './chat-model.js';
import { connectModel, type ConnectedModel, type ConnectModelOptions } from './connect-model.js';
import type { DialectName } from './dialect.js';
import { AdaptiveLimit } from './endpoints/adaptive-limit.js';
import { guardOneModel } from './endpoints/guard-one-model.js';
import { sumLoad, type ServerLoad } from './endpoints/server-load.js';
import { withAdaptiveLimit } from './endpoints/with-adaptive-limit.js';
import { emptyUsage, type ModelUsage } from './middleware/usage-meter.js';
import { withCache } from './middleware/with-cache.js';
import { withLateAbort } from './middleware/with-late-abort.js';
import { withRateLimit } from './middleware/with-rate-limit.js';
import { withRetry } from './middleware/with-retry.js';
import { withSingleFlight } from './middleware/with-single-flight.js';
import { withUsageMeter } from './middleware/with-usage-meter.js';
import { ModelError } from './model-error.js';
import { parseModelSpec } from './parse-model-spec.js';
import { parseOnnxSpec } from './parse-onnx-spec.js';
import type { TrafficOptions } from './traffic-options.js';

export interface CreateModelOptions extends Omit<ConnectModelOptions, 'baseUrl' | 'name'>, TrafficOptions {
  /** `http://host:port/v1#name`, `onnx:./folder` or `onnx:org/name`. */
  spec: string;
  /** Further servers of the same model: `http://host:port/v1`, or with `#name` where they call it differently. */
  endpoints?: readonly string[] | undefined;
  /** `onnx:` models only: precision of the weights, where they run, and whether the hub may be asked. */
  dtype?: string | undefined;
  device?: string | undefined;
  offline?: boolean | undefined;
}

export interface ModelHandle {
  model: ChatModel;
  /** What the server turned out to be, for manifests. */
  info: { name: string; dialect: DialectName | 'onnx'; contextLength: number | null; endpoints: number };
  /** Names of all models that the first server lists; undefined when it has no list, or there is no server. */
  served?: readonly string[] | undefined;
  /** What was asked so far; it goes on counting. */
  usage: ModelUsage;
  readLoad(): ServerLoad;
}

/**
 * Makes a model from its specification, with everything around it: cache, single flight, retry, rate limit, balance over
 * endpoints, adaptive concurrency. The only place that names concrete adapters. Each endpoint is asked what it serves.
 * ONNX models have a stack of their own (see createOnnxHandle).
 * @throws UsageError, ModelError: see connectModel and createOnnxModel. `model.close()` closes the connections; the cache stays open.
 */
export async function createModel(options: CreateModelOptions): Promise<ModelHandle> {
  const { spec, endpoints = [], maxConcurrency, requestsPerMinute, tokensPerMinute, retry, cache, finishMs = 0, ...connection } = options;
  const onnxSource = parseOnnxSpec(spec);
  if (onnxSource !== null) return (await import('./create-onnx-handle.js')).createOnnxHandle(onnxSource, options);
  const first = parseModelSpec(spec);
  const servers = [first, ...endpoints.map(parseModelSpec).map(({ baseUrl, name }) => ({ baseUrl, name: name ?? first.name }))];
  const connected = await connectAll(servers.map((server) => ({ ...connection, ...server })));

  const guarded = await guardOneModel(connected, servers.map(({ name }) => name !== null));
  const limits = connected.map(() => new AdaptiveLimit({ max: maxConcurrency }));
  const usage = emptyUsage();
  let model = balanceEndpoints(guarded.map((endpoint, i) => withAdaptiveLimit(withLateAbort(endpoint, finishMs), limits[i] as AdaptiveLimit)));
  if (requestsPerMinute !== undefined || tokensPerMinute !== undefined) model = withRateLimit(model, { requestsPerMinute, tokensPerMinute });
  model = withSingleFlight(withRetry(model, retry));
  if (cache) model = withCache(model, cache);

  const { name, dialect, contextLength, served } = connected[0] as ConnectedModel;
  return {
    model: withUsageMeter(model, usage),
    info: { name, dialect, contextLength, endpoints: connected.length },
    served,
    usage,
    readLoad: () => sumLoad(limits),
  };
}

/** Connects to all servers, or to none. */
async function connectAll(options: readonly ConnectModelOptions[]): Promise<ConnectedModel[]> {
  const settled = await Promise.allSettled(options.map(connectModel));
  const failed = settled.findIndex((one) => one.status === 'rejected');
  const connected = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (failed < 0) return connected;
  await Promise.all(connected.map(({ model }) => model.close()));
  const { reason } = settled[failed] as PromiseRejectedResult;
  throw failed > 0 && reason instanceof ModelError ? withoutIt(reason) : reason;
}

/** A further endpoint can be done without. */
function withoutIt({ message, kind, status, isRetryable, cause }: ModelError): ModelError {
  return new ModelError(`${message} Or begin without this \`--endpoint\`: a run that is resumed may have it again.`, { kind, status, isRetryable, cause });
}
