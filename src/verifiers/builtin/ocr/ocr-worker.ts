import { parentPort, workerData } from 'node:worker_threads';
import { ImageError, MissingDependencyError } from '../../../errors/index.js';
import { loadModels, type OcrModels } from './load-models.js';
import { readPage } from './read-page.js';
import type { PageFailure, PageRequest, PageResponse, WorkerSettings } from './worker-message.js';

const { threads } = workerData as WorkerSettings;
let models: Promise<OcrModels> | undefined;

parentPort?.on('message', (request: PageRequest) => {
  void answer(request).then((response) => parentPort?.postMessage(response));
});

/** Reads one image; a failure becomes a value. */
async function answer({ id, ref, encoded }: PageRequest): Promise<PageResponse> {
  try {
    models ??= loadModels(threads);
    return { id, reading: await readPage(await models, encoded, ref) };
  } catch (error) {
    return { id, failure: describeFailure(error) };
  }
}

/** Keeps what the other side needs to raise the same error. */
function describeFailure(error: unknown): PageFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ImageError) return { kind: 'image', message };
  const packageName = /`([^`]+)`/.exec(message)?.[1];
  if (error instanceof MissingDependencyError && packageName !== undefined) return { kind: 'missing-dependency', message, packageName };
  return { kind: 'other', message };
}
