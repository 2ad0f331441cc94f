import { z } from 'zod';
import { clipText } from '../../util/wrap-text.js';
import { ModelError, type ModelErrorKind } from '../model-error.js';
import type { HttpAnswer } from './http-client.js';
import { readRetryAfter } from './read-retry-after.js';
import { tryJson } from './try-json.js';

const MAX_QUOTED = 300;

/** The spellings of an error: OpenAI and llama.cpp nest it, older vLLM and SGLang do not, Ollama sends a string, FastAPI a detail. */
const errorBody = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string().nullish(), type: z.string().nullish(), code: z.union([z.string(), z.number()]).nullish() })]).nullish(),
  message: z.string().nullish(),
  type: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  detail: z.unknown().optional(),
});

const overflow = /context_length_exceeded|exceed_context_size|context (?:length|size|window)|maximum model length|max_model_len|too long to fit|prompt is too long|input length exceeds/i;
/** The room wanted for the answer counts too. */
const asksForMuch = /completion|max_(?:new_)?tokens/i;
const image = /image|multi-?modal|mmproj|pixel/i;
const imageTrouble = /too large|too big|exceed|at most|not support|unsupported|not a multi-?modal|limit/i;
/** A server error is only taken for one about the image when it could not be about load. */
const lastingImageTrouble = /too large|too big|not support|unsupported/i;
const unknownModel = /model.{0,200}(?:not found|does not exist|not exist|no such|is not served|not available)|(?:unknown|invalid) model/is;
/** What servers, and proxies whose server is gone, say of a path that they do not have. */
const noSuchPath = /not found|invalid url|not allowed|default backend|<html|<!doctype/i;

/** Turns an answer with a status of 400 and up into an error that says what to do. */
export function describeHttpError(options: { answer: HttpAnswer; origin: string; redact: (text: string) => string; apiKeyEnv: string | null; now: number }): ModelError {
  const { answer, origin, redact, apiKeyEnv, now } = options;
  const { status } = answer;
  const { message, codes } = readErrorBody(answer.text);
  const said = message === '' ? '' : ` (it says: ${clipText(redact(message), MAX_QUOTED)})`;
  const { kind, isRetryable } = classify(status, message, codes);
  const came = `${origin}: expected an answer, but the server refused with status ${status}${said}`;
  return new ModelError(`${came}. ${advise(kind, message, apiKeyEnv)}`, { kind, isRetryable, status, retryAfterMs: readRetryAfter(answer.headers, now) });
}

function readErrorBody(text: string): { message: string; codes: string } {
  const parsed = errorBody.safeParse(tryJson(text));
  if (!parsed.success) return { message: text.trim(), codes: '' };
  const { error, detail, ...flat } = parsed.data;
  if (typeof error === 'string') return { message: error, codes: '' };
  const { message, type, code } = error ?? flat;
  const fallback = detail === undefined || detail === null ? '' : typeof detail === 'string' ? detail : JSON.stringify(detail);
  return { message: message ?? fallback, codes: `${type ?? ''} ${code ?? ''}` };
}

/** What the failure means. An overflow or a refused image comes as 400, 413, 422 or even 500, so the words decide first. */
function classify(status: number, message: string, codes: string): { kind: ModelErrorKind; isRetryable: boolean } {
  const text = `${message} ${codes}`;
  const final = (kind: ModelErrorKind) => ({ kind, isRetryable: false });
  if (status === 401 || status === 403) return final('auth');
  if (status === 402 || /insufficient_quota/.test(codes)) return final('quota');
  if (status === 429) return { kind: 'rate-limit', isRetryable: true };
  if (overflow.test(text)) return final('context-overflow');
  if (image.test(text) && (status < 500 ? imageTrouble : lastingImageTrouble).test(text)) return final('image-refused');
  if (status === 413) return final('image-refused');
  if (status < 500 && unknownModel.test(text)) return final('model-not-served');
  if ((status === 404 || status === 405) && (message === '' || noSuchPath.test(text))) return final('wrong-address');
  if (status === 408 || status === 409 || status >= 500) return { kind: 'server', isRetryable: true };
  return final('bad-request');
}

function advise(kind: ModelErrorKind, message: string, apiKeyEnv: string | null): string {
  switch (kind) {
    case 'auth': return apiKeyEnv === null ? 'Name the environment variable that holds the key of the model with `--api-key-env` (`--model-api-key-env` of `prm serve`).' : `Check the key in the environment variable ${apiKeyEnv}.`;
    case 'quota': return 'Check the account of this key.';
    case 'context-overflow': return `Shorten the messages, ${asksForMuch.test(message) ? 'ask for a shorter answer (`--extra-body \'{"max_tokens":500}\'`), ' : ''}lower \`--max-pixels\`, or serve the model with a longer context.`;
    case 'image-refused': return 'Lower `--max-pixels`, send fewer images, or serve a model that takes images.';
    case 'model-not-served': return 'Name a model that the server has: `http://host:port/v1#name`.';
    case 'wrong-address': return 'Check the path of the address, which ends in `/v1` at most servers; /pooling is there only where vLLM serves a process reward model.';
    case 'rate-limit': return 'Lower `--max-calls`, or set `--requests-per-minute`.';
    case 'bad-request': return 'Check the options sent with `--extra-body` and the kind of server.';
    default: return 'Look into the log of the server.';
  }
}
