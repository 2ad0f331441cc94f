import { UsageError } from '../errors/index.js';
import type { ChatModel } from './chat-model.js';
import { createOpenAiModel } from './create-openai-model.js';
import type { DialectName } from './dialect.js';
import { createHttpClient } from './http/create-http-client.js';
import { readApiKey } from './http/read-api-key.js';
import { listModels, type ServedModel } from './list-models.js';
import { ModelError } from './model-error.js';
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
    const name = chooseName(options.name, served, baseUrl);
    const dialect = options.dialect ?? (await probeDialect({ http, baseUrl, served, timeoutMs, signal }));
    const { extraBody, maxPixels } = options;
    const model = createOpenAiModel({ http, baseUrl, name, dialect, apiKeyEnv, extraBody, maxPixels, timeoutMs: options.timeoutMs });
    return { model, name, dialect, contextLength: served?.find(({ id }) => id === name)?.contextLength ?? null };
  } catch (error) {
    await http.close();
    throw error;
  }
}

/** The name to ask for: the one given, where the server lists it, else the only one listed. */
function chooseName(given: string | null, served: readonly ServedModel[] | null, baseUrl: string): string {
  const ids = (served ?? []).map(({ id }) => id);
  if (given === null) {
    if (ids.length === 1) return ids[0] as string;
    const found = ids.length === 0 ? 'the server lists none' : `the server has several: ${shorten(ids)}`;
    throw new UsageError(`${baseUrl}: expected the name of a model, but none was given and ${found}. Write ${baseUrl}#name.`);
  }
  // Ollama lists `name:latest` for what it also answers to as `name`.
  if (served === null || ids.includes(given) || ids.includes(`${given}:latest`)) return given;
  throw new ModelError(`${baseUrl}: expected the model \`${given}\`, but the server has ${ids.length === 0 ? 'none' : shorten(ids)}. Name one of those: ${baseUrl}#name.`, { kind: 'model-not-served', isRetryable: false });
}

function shorten(ids: readonly string[]): string {
  return ids.slice(0, 20).join(', ') + (ids.length > 20 ? `, and ${ids.length - 20} more` : '');
}
