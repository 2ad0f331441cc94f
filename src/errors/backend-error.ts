import { PrmError } from './prm-error.js';

/** A verifier or model that failed to answer. `isRetryable` is the one bit retry code asks. */
export class BackendError extends PrmError {
  override readonly name = 'BackendError';
  readonly isRetryable: boolean;
  /** Every further call would fail alike (a wrong key, another model): a run stops, to be resumed when that is mended. */
  readonly endsRun: boolean;

  constructor(message: string, options: { isRetryable: boolean; endsRun?: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.isRetryable = options.isRetryable;
    this.endsRun = options.endsRun ?? false;
  }
}
