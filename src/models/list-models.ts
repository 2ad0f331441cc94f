import { z } from 'zod';
import type { HttpClient } from './http/http-client.js';
import { describeHttpError } from './http/describe-http-error.js';
import { tryJson } from './http/try-json.js';
import { ModelError } from './model-error.js';

const modelList = z.looseObject({
  data: z.array(z.looseObject({
    id: z.string(),
    owned_by: z.string().nullish(),
    max_model_len: z.number().nullish(),
  })),
});

/** A model as `/models` lists it. */
export interface ServedModel {
  id: string;
  /** The kind of server, as vLLM, SGLang, llama.cpp and Ollama tell it here; null when it does not. */
  ownedBy: string | null;
  /** Context length in tokens (vLLM, SGLang); null when the server does not say. */
  contextLength: number | null;
}

export interface ListModelsOptions {
  http: HttpClient;
  baseUrl: string;
  apiKeyEnv: string | null;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Asks a server what it serves. Null when it has no such list. @throws ModelError when nobody answers or the key is wrong. */
export async function listModels({ http, baseUrl, apiKeyEnv, timeoutMs, signal }: ListModelsOptions): Promise<ServedModel[] | null> {
  const answer = await http.send({ method: 'GET', url: `${baseUrl}/models`, timeoutMs, signal });
  if (answer.status === 404 || answer.status === 405 || answer.status === 501) return null;
  if (answer.status >= 400) throw describeHttpError({ answer, origin: new URL(baseUrl).origin, redact: http.redact, apiKeyEnv, now: Date.now() });
  const parsed = modelList.safeParse(tryJson(answer.text));
  if (!parsed.success) {
    throw new ModelError(`${new URL(baseUrl).origin}: expected a model server, but ${baseUrl}/models does not answer with a list of models. Check the address; most servers want \`/v1\` at its end.`, { kind: 'bad-request', isRetryable: false });
  }
  return parsed.data.data.map(({ id, owned_by, max_model_len }) => ({ id, ownedBy: owned_by ?? null, contextLength: max_model_len ?? null }));
}
