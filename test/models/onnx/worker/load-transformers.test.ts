import { expect, it } from 'vitest';
import { MissingDependencyError } from '../../../../src/errors/index.js';
import { describeFailure, rebuildError } from '../../../../src/models/onnx/worker-failure.js';
import { loadTransformers } from '../../../../src/models/onnx/worker/load-transformers.js';

it('says how to install the optional package, also across threads', async () => {
  const error: unknown = await loadTransformers(() => Promise.reject(new Error('ERR_MODULE_NOT_FOUND'))).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MissingDependencyError);
  const rebuilt = rebuildError(structuredClone(describeFailure(error)));
  expect(rebuilt).toBeInstanceOf(MissingDependencyError);
  expect(rebuilt.message).toBe('Expected the package `@huggingface/transformers` for ONNX models, but it could not be loaded. Install it: npm install @huggingface/transformers');
});
