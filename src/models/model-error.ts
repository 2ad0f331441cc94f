import { BackendError } from '../errors/index.js';

/** What went wrong between us and a model, as far as a caller may want to act on it. */
export type ModelErrorKind =
  /** The key is wrong or missing (401, 403). Final. */
  | 'auth'
  /** The account has no credit left. Final. */
  | 'quota'
  /** The server does not know the model. Final; the message lists what it serves. */
  | 'model-not-served'
  /** The server has nothing at the address that was asked (404 and 405 that are not about a model). Final. */
  | 'wrong-address'
  /** Another model answers than at the start of the run. Final. */
  | 'model-changed'
  /** The messages do not fit into the context. Final as it stands: shorten the history and ask again. */
  | 'context-overflow'
  /** The image is too large, there are too many, or the model takes none. Final. */
  | 'image-refused'
  /** The server does not understand the request. Final. */
  | 'bad-request'
  | 'rate-limit'
  /** The server failed (408, 409, 5xx). */
  | 'server'
  /** Nobody answers at the address, or the connection broke. */
  | 'connection'
  | 'timeout'
  /** An answer that is not what the protocol promises: half a body, no choices. */
  | 'malformed-answer';

export interface ModelErrorDetails {
  kind: ModelErrorKind;
  isRetryable: boolean;
  /** HTTP status; null when there was no answer. */
  status?: number | null;
  /** How long the server asked us to wait, in milliseconds; null when it did not say. */
  retryAfterMs?: number | null;
  cause?: unknown;
}

/** Kinds that every further call to the model would share. */
const endsRun: ReadonlySet<ModelErrorKind> = new Set<ModelErrorKind>(['auth', 'quota', 'model-not-served', 'wrong-address', 'model-changed']);

/** A model that failed to answer. `kind` says why; `isRetryable` is the one bit that retry code asks. */
export class ModelError extends BackendError {
  readonly kind: ModelErrorKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(message: string, details: ModelErrorDetails) {
    super(message, { ...details, endsRun: endsRun.has(details.kind) });
    this.kind = details.kind;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
