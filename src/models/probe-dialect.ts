import { z } from 'zod';
import type { DialectName } from './dialect.js';
import type { HttpClient } from './http/http-client.js';
import { tryJson } from './http/try-json.js';
import type { ServedModel } from './list-models.js';

/** What each server calls itself in its list of models. */
const owners: Record<string, DialectName> = { vllm: 'vllm', sglang: 'sglang', llamacpp: 'llamacpp', library: 'ollama' };

/** Addresses that only one of the servers has, with what it answers there. The more telling come first. */
const signs: { path: string; shape: z.ZodType; dialect: DialectName }[] = [
  { path: '/api/version', shape: z.looseObject({ version: z.string() }), dialect: 'ollama' },
  { path: '/props', shape: z.looseObject({ default_generation_settings: z.looseObject({}) }), dialect: 'llamacpp' },
  { path: '/get_model_info', shape: z.looseObject({ model_path: z.string() }), dialect: 'sglang' },
  { path: '/version', shape: z.looseObject({ version: z.string() }), dialect: 'vllm' },
];

export interface ProbeDialectOptions {
  http: HttpClient;
  baseUrl: string;
  /** What the server lists; null when it lists nothing. */
  served: readonly ServedModel[] | null;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Finds out what kind of server answers at an address. `generic` when nothing gives it away. */
export async function probeDialect({ http, baseUrl, served, timeoutMs, signal }: ProbeDialectOptions): Promise<DialectName> {
  const { origin, hostname } = new URL(baseUrl);
  if (/(^|\.)openai\.com$/.test(hostname)) return 'openai';
  for (const { ownedBy } of served ?? []) {
    const dialect = owners[ownedBy?.toLowerCase() ?? ''];
    if (dialect !== undefined) return dialect;
  }
  for (const { path, shape, dialect } of signs) {
    const { status, text } = await http.send({ method: 'GET', url: `${origin}${path}`, timeoutMs, signal });
    if (status === 200 && shape.safeParse(tryJson(text)).success) return dialect;
  }
  return 'generic';
}
