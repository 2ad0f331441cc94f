import { z } from 'zod';
import type { ResponseStore } from './cache/response-store.js';
import type { CreateModelOptions } from './create-model.js';
import { dialectNames } from './dialect.js';

const jsonObject = z.record(z.string(), z.unknown());

/** Reads `{"top_k": 1}` from a command line; an object passes through. */
const extraBodySchema = z.union([jsonObject, z.string().transform((text, context) => {
  const parsed = jsonObject.safeParse(tryParse(text));
  if (parsed.success) return parsed.data;
  context.addIssue('a JSON object like {"top_k": 1}');
  return z.NEVER;
})]);

/** How models are reached, for all models of a verifier. Names and units are those of the command's flags. */
export const modelOptionsSchema = z.strictObject({
  /** Further servers of `model`. */
  endpoint: z.union([z.array(z.string()), z.string().transform((url) => [url])]).optional(),
  /** Name of the environment variable that holds the key. */
  apiKeyEnv: z.string().min(1).optional(),
  dialect: z.enum(dialectNames).optional(),
  extraBody: extraBodySchema.optional(),
  /** Larger images are scaled down to this many pixels. */
  maxPixels: z.int().min(1).optional(),
  /** Seconds that one call may take. */
  timeout: z.number().positive().optional(),
  /** Calls in flight at each endpoint, at most. */
  maxCalls: z.int().min(1).max(4096).optional(),
  requestsPerMinute: z.number().positive().optional(),
  tokensPerMinute: z.number().positive().optional(),
  /** Further tries after a failed call, from 0 up. */
  retries: z.int().min(0).max(100).optional(),
  /** ONNX models: the precision of the weights, e.g. fp32, q8, q4. */
  dtype: z.string().min(1).optional(),
  /** ONNX models: where they run, e.g. cpu, cuda. */
  device: z.string().min(1).optional(),
  /** ONNX models: only files that are on this machine. */
  offline: z.boolean().optional(),
});
export type ModelOptions = z.output<typeof modelOptionsSchema>;

/** What createModel and connectPoolingEndpoint take, from the options of a user. */
export function toConnection(options: ModelOptions, { cache, finishMs, signal }: { cache?: ResponseStore | undefined; finishMs?: number | undefined; signal?: AbortSignal | undefined }): Omit<CreateModelOptions, 'spec' | 'endpoints'> {
  const { apiKeyEnv, dialect, extraBody, maxPixels, timeout, maxCalls, requestsPerMinute, tokensPerMinute, retries, dtype, device, offline } = options;
  return {
    apiKeyEnv, dialect, extraBody, maxPixels, requestsPerMinute, tokensPerMinute, cache, finishMs, signal, dtype, device, offline,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    maxConcurrency: maxCalls,
    retry: retries === undefined ? undefined : { tries: retries + 1 },
  };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
