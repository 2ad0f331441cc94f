import { chooseModelName } from './choose-model-name.js';
import { createHttpClient } from './http/create-http-client.js';
import type { HttpClient } from './http/http-client.js';
import { readApiKey } from './http/read-api-key.js';
import { listModels, type ServedModel } from './list-models.js';

const PROBE_TIMEOUT_MS = 15_000;

export interface ServerOptions {
  baseUrl: string;
  /** Null: the one model that the server serves. */
  name: string | null;
  /** Name of the environment variable that holds the key. */
  apiKeyEnv?: string | null | undefined;
  /** Limit of each probing request in milliseconds. Default 15 seconds. */
  probeTimeoutMs?: number | undefined;
  env?: Readonly<Record<string, string | undefined>> | undefined;
  signal?: AbortSignal | undefined;
}

/** A server that answered, and the model of it that was meant. */
export interface GreetedServer {
  http: HttpClient;
  name: string;
  apiKeyEnv: string | null;
  /** Null where the server has no list. */
  served: readonly ServedModel[] | null;
  probeTimeoutMs: number;
}

/**
 * Asks a server what it serves, and makes something of the connection; it is closed again when that fails.
 * @throws UsageError (no key in the variable, several models and none named), ModelError.
 */
export async function greetServer<T>(
  { baseUrl, name, apiKeyEnv = null, probeTimeoutMs = PROBE_TIMEOUT_MS, env = process.env, signal }: ServerOptions,
  connect: (server: GreetedServer) => T | Promise<T>,
): Promise<T> {
  const http = createHttpClient({ apiKey: readApiKey(apiKeyEnv, env) });
  try {
    const served = await listModels({ http, baseUrl, apiKeyEnv, timeoutMs: probeTimeoutMs, signal });
    return await connect({ http, name: chooseModelName(name, served, baseUrl), apiKeyEnv, served, probeTimeoutMs });
  } catch (error) {
    await http.close();
    throw error;
  }
}
