import { PrmError } from '../../../errors/index.js';
import { oneLine } from '../../../util/one-line.js';
import { ModelError, type ModelErrorKind } from '../../model-error.js';
import { spellSource } from '../onnx-source.js';
import type { WorkerSettings } from '../worker-message.js';

/** Codes of a network on which the hub cannot be reached. */
const unreachable = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|UND_ERR\w*|EPIPE|CERT\w*|SELF_SIGNED\w*|UNABLE_TO\w*|DEPTH_ZERO\w*)\b/;

/** Whether an error says that nobody answers at the hub's address, or that it fails. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes('fetch failed') || unreachable.test(codeOf(error)) || /\b(?:408|5\d\d|error|gateway|unavailable)\b.*while trying to load file/i.test(error.message);
}

/** An error of loading from the hub, in one line that says what to do. */
export function describeHubError(error: unknown, { source, hub, isOffline, cacheDir }: WorkerSettings): Error {
  if (error instanceof PrmError) return error;
  const name = spellSource(source);
  const host = hub ?? 'https://huggingface.co/';
  const advice = 'Download the repository elsewhere and give its folder: onnx:./folder.';
  const fail = (kind: ModelErrorKind, message: string): ModelError => new ModelError(message, { kind, isRetryable: false, cause: error });
  if (isOutOfReach(error)) return fail('connection', `${name}: expected the hub at ${host}, but it is out of reach (${codeOf(error as Error) || 'no answer'}), and ${cacheDir} does not hold the whole model. ${advice}`);
  const { status } = error as { status?: unknown };
  if (status === 401 || status === 403) return fail('auth', `${name}: expected a model that may be read, but ${host} refuses it or has none of that name (${status}). Check the name; for a gated model, accept its terms and set HF_TOKEN.`);
  const message = oneLine(error);
  const file = /([^/"]+\.(?:jsonl?|onnx\w*|jinja|txt)|onnx\/[^"]+)"?\.?$/.exec(message)?.[1] ?? null;
  if (status === 404) return fail('model-not-served', `${name}: expected ${file ?? 'the files of a model'} at ${host}, but it is not there. Check name, revision and precision; not every model has ONNX files.`);
  if (isOffline) return fail('model-not-served', `${name}: expected ${file ?? 'its files'} in ${cacheDir}, since the hub may not be asked (offline), but it is not there. Go online once, or give a folder: onnx:./folder.`);
  return describeLoadError(error, { source });
}

/** An error of files that are there and do not load. */
export function describeLoadError(error: unknown, { source }: Pick<WorkerSettings, 'source'>): Error {
  if (error instanceof PrmError) return error;
  return new ModelError(`${spellSource(source)}: expected a model that loads, but it failed: ${oneLine(error).slice(0, 500)}. Its files may be damaged or not belong together: download them again.`, { kind: 'model-not-served', isRetryable: false, cause: error });
}

/** The code of an error or of what caused it. */
function codeOf(error: Error): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause instanceof Error ? codeOf(cause) : '';
}
