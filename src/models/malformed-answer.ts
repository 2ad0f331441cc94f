import { ModelError } from './model-error.js';

/** The error for an answer that breaks the protocol. Retryable: proxies and overloaded servers send such things once. */
export function malformedAnswer(found: string, cause?: unknown): ModelError {
  return new ModelError(`Expected an answer as the protocol promises, but ${found}. Look into the log of the server, and check what kind of server it is.`, { kind: 'malformed-answer', isRetryable: true, cause });
}
