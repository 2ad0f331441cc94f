import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AbortedError, PrmError } from '../../errors/index.js';
import { RewardError, type RewardErrorKind } from '../../jobs/reward/reward-error.js';

/** How an error is answered. */
export interface ErrorAnswer {
  status: number;
  /** For programs. */
  type: string;
  /** One line for a person; never anything of the server's inside. */
  message: string;
}

/** A trainer retries what is 429 or 5xx; it should not retry what it sent wrong. */
const statusOf: Record<RewardErrorKind, number> = {
  'not-found': 422, ambiguous: 422, image: 422, 'no-answer': 422, 'too-large': 413, verifier: 503, deadline: 503, 'queue-full': 429,
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
  instancePath?: string;
  message?: string;
  params?: { issue?: { code?: string; maximum?: unknown } } | undefined;
}

/** What is too long is 413, all else that a schema refuses is 422. */
function answerValidation(issues: readonly Issue[]): ErrorAnswer {
  const [issue] = issues;
  const place = (issue?.instancePath ?? '').replaceAll('/', '.').replace(/^\./, '').slice(0, 120) || 'the body';
  const isTooLarge = issues.every(({ params }) => params?.issue?.code === 'too_big');
  return { status: isTooLarge ? 413 : 422, type: isTooLarge ? 'too-large' : 'invalid-body', message: `${place}: ${(issue?.message ?? 'is not as expected').slice(0, 300)}` };
}
