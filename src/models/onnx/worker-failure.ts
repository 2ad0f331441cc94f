import { AbortedError, MissingDependencyError, UsageError } from '../../errors/index.js';
import { oneLine } from '../../util/one-line.js';
import { ModelError } from '../model-error.js';
import type { WorkerFailure } from './worker-message.js';

export const packageName = '@huggingface/transformers';

/** Turns an error of the worker into values that can travel. */
export function describeFailure(error: unknown): WorkerFailure {
  if (error instanceof AbortedError) return { type: 'aborted' };
  if (error instanceof MissingDependencyError) return { type: 'missing-package', packageName };
  if (error instanceof UsageError) return { type: 'usage', message: error.message };
  if (error instanceof ModelError) return { type: 'model', kind: error.kind, isRetryable: error.isRetryable, message: error.message };
  return { type: 'model', kind: 'server', isRetryable: false, message: `Expected an answer of the ONNX model, but it failed: ${clip(oneLine(error))}` };
}

/** The error that the worker met, with its class again. */
export function rebuildError(failure: WorkerFailure): Error {
  switch (failure.type) {
    case 'aborted': return new AbortedError('Stopped.');
    case 'missing-package': return new MissingDependencyError(failure.packageName, 'ONNX models');
    case 'usage': return new UsageError(failure.message);
    case 'model': return new ModelError(failure.message, { kind: failure.kind, isRetryable: failure.isRetryable });
  }
}

/** Errors of the runtime may hold whole tensors. */
function clip(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)} …` : text;
}
