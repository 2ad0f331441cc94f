import type { ChatModel } from './chat-model.js';
import { createOpenAiModel } from './create-openai-model.js';
import type { DialectName } from './dialect.js';
import { greetServer, type ServerOptions } from './greet-server.js';
import { probeDialect } from './probe-dialect.js';

export interface ConnectModelOptions extends ServerOptions {
  /** Default: found by probing. */
  dialect?: DialectName | undefined;
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  maxPixels?: number | undefined;
  timeoutMs?: number | undefined;
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
  const { baseUrl, extraBody, maxPixels, timeoutMs, signal } = options;
  return greetServer(options, async ({ http, name, apiKeyEnv, served, probeTimeoutMs }) => {
    const dialect = options.dialect ?? (await probeDialect({ http, baseUrl, served, timeoutMs: probeTimeoutMs, signal }));
    const model = createOpenAiModel({ http, baseUrl, name, dialect, apiKeyEnv, extraBody, maxPixels, timeoutMs });
    return { model, name, dialect, contextLength: served?.find(({ id }) => id === name)?.contextLength ?? null, served: served?.map(({ id }) => id) };
  });
}
