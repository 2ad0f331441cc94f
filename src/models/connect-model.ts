import type { ChatModel } from './chat-model.js';
import { chooseModelName } from './choose-model-name.js';
import { createOpenAiModel } from './create-openai-model.js';
import type { DialectName } from './dialect.js';
import { createHttpClient } from './http/create-http-client.js';
import { readApiKey } from './http/read-api-key.js';
import { listModels } from './list-models.js';
import { probeDialect } from './probe-dialect.js';

export interface ConnectModelOptions {
  baseUrl: string;
  /** Null: the one model that the server serves. */
  name: string | null;
  /** Name of the environment variable that holds the key. */
  apiKeyEnv?: string | null | undefined;
  /** Default: found by probing. */
  dialect?: DialectName | undefined;
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  maxPixels?: number | undefined;
  timeoutMs?: number | undefined;
  /** Limit of each probing request in milliseconds. Default 15 seconds. */
  probeTimeoutMs?: number | undefined;
  env?: Readonly<Record<string, string | undefined>> | undefined;
  signal?: AbortSignal | undefined;
}

export interface ConnectedModel {
  model: ChatModel;
  name: string;
  dialect: DialectName;
  /** In tokens; null when the server does not say. */
  contextLength: number | null;
  /** Names of all models that the server lists; undefined when it has no list. */
  served?: readonly string[] | undefined;
}

/**
 * Connects to a model server: asks what it serves and what kind it is, so that a wrong address, key or name fails at once.
 * @throws UsageError (no key in the variable, several models and none named), ModelError.
 */
export async function connectModel(options: ConnectModelOptions): Promise<ConnectedModel> {
  const { baseUrl, apiKeyEnv = null, probeTimeoutMs: timeoutMs = 15_000, env = process.env, signal } = options;
  const http = createHttpClient({ apiKey: readApiKey(apiKeyEnv, env) });
  try {
    const served = await listModels({ http, baseUrl, apiKeyEnv, timeoutMs, signal });
    const name = chooseModelName(options.name, served, baseUrl);
    const dialect = options.dialect ?? (await probeDialect({ http, baseUrl, served, timeoutMs, signal }));
    const { extraBody, maxPixels } = options;
    const model = createOpenAiModel({ http, baseUrl, name, dialect, apiKeyEnv, extraBody, maxPixels, timeoutMs: options.timeoutMs });
    return { model, name, dialect, contextLength: served?.find(({ id }) => id === name)?.contextLength ?? null, served: served?.map(({ id }) => id) };
  } catch (error) {
    await http.close();
    throw error;
  }
}
