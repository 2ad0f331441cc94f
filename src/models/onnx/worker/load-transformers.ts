import { MissingDependencyError } from '../../../errors/index.js';
import { packageName } from '../worker-failure.js';
import type { Transformers } from './transformers-api.js';

/** Loads the library, which is an optional part. @throws MissingDependencyError with the command that installs it. */
export async function loadTransformers(load: () => Promise<unknown> = () => import('@huggingface/transformers')): Promise<Transformers> {
  try {
    return (await load()) as Transformers;
  } catch (cause) {
    throw new MissingDependencyError(packageName, 'ONNX models', { cause });
  }
}
