import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AbortedError, PrmError } from '../../errors/index.js';
import { RewardError, type RewardErrorKind } from '../../jobs/reward/reward-error.js';

/** How an error is answered. */
export interface ErrorAnswer {
  status: number;
  /** For programs. */
  type: string;
  /** One line for a person who may ask: no path, no stack; a failure of a model says which server it was. */
  message: string;
}

/** A trainer retries what is 429 or 5xx; it should not retry what it sent wrong. */
const statusOf: Record<RewardErrorKind, number> = {
  'not-found': 422, ambiguous: 422, image: 422, 'image-host': 503, 'no-answer': 422, 'too-large': 413, shaping: 422, verifier: 503, deadline: 503, 'queue-full': 429,
};

/** Whether an error is the server's or its verifier's, so that asking again may help. */
export function isServerSide(kind: RewardErrorKind): boolean {
  return statusOf[kind] >= 500;
}

/** Says how an error is answered. */
export function answerError(error: unknown): ErrorAnswer {
  if (error instanceof RewardError) return { status: statusOf[error.kind], type: error.kind, message: error.message };
  if (error instanceof AbortedError) return { status: 503, type: 'stopped', message: 'The server is stopping.' };
  if (hasZodFastifySchemaValidationErrors(error)) return answerValidation(error.validation);
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status >= 400 && status < 500 && error instanceof Error) return { status, type: typeNames[status] ?? 'bad-request', message: error.message };
  if (error instanceof PrmError) return { status: 503, type: 'verifier', message: error.message };
  return { status: 500, type: 'defect', message: 'The server has a defect; its log says more.' };
}

const typeNames: Record<number, string> = { 404: 'no-such-route', 413: 'too-large', 415: 'unsupported-media-type' };

interface Issue {
  keyword?: string;
  instancePath?: string;
  message?: string;
  params?: object | undefined;
}

/** What is too long is 413, all else that a schema refuses is 422. */
function answerValidation(issues: readonly Issue[]): ErrorAnswer {
  const [issue] = issues;
  const place = (issue?.instancePath ?? '').replaceAll('/', '.').replace(/^\.+/, '').slice(0, 120) || 'the body';
  const isLarge = issues.every(({ keyword, params }) => isTooLarge({ code: keyword, ...params }));
  const message = isLarge ? 'is larger than this server takes' : issue?.keyword === 'invalid_union' ? 'has none of the forms of /openapi.json' : (issue?.message ?? 'is not as expected').slice(0, 300);
  return { status: isLarge ? 413 : 422, type: isLarge ? 'too-large' : 'invalid-body', message: `${place}: ${message}` };
}

/** Whether an issue is only about size: in a union, of that form which fits but for its size. */
function isTooLarge(issue: { code?: string | undefined; errors?: readonly (readonly { code?: string; errors?: never }[])[] }): boolean {
  if (issue.code === 'too_big') return true;
  return issue.code === 'invalid_union' && (issue.errors ?? []).some((branch) => branch.length > 0 && branch.every(isTooLarge));
}
