import { parentPort, workerData } from 'node:worker_threads';
import { describeFailure } from '../worker-failure.js';
import type { WorkerRequest, WorkerResponse, WorkerSettings } from '../worker-message.js';
import { answerTask, type AnsweringParts } from './answer-task.js';
import { createImageEncoder } from './image-encoder.js';
import { describeLoaded, loadModel } from './load-model.js';
import { PrefixCache } from './prefix-cache.js';

/** Conversations kept: several solutions of one problem are often judged in turn. */
const CONVERSATIONS = 4;
const CONVERSATION_BYTES = 1024 ** 3;

const settings = workerData as WorkerSettings;
const aborted = new Set<number>();
let parts: Promise<AnsweringParts> | undefined;

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.type === 'abort') aborted.add(request.id);
  else void answer(request).then((response) => { aborted.delete(request.id); parentPort?.postMessage(response); });
});

/** Does one task; a failure becomes a value. The other side sends one at a time. */
async function answer(request: Exclude<WorkerRequest, { type: 'abort' }>): Promise<WorkerResponse> {
  const { id } = request;
  try {
    const ready = await (parts ??= open());
    if (request.type === 'load') return { id, type: 'loaded', info: describeLoaded(ready.loaded, settings) };
    const answered = await answerTask(ready, request, () => aborted.has(id));
    return 'missing' in answered ? { id, type: 'missing-images', hashes: answered.missing } : { id, type: 'answer', answer: answered };
  } catch (error) {
    return { id, type: 'failure', failure: describeFailure(error) };
  }
}

async function open(): Promise<AnsweringParts> {
  const loaded = await loadModel(settings);
  return { loaded, images: createImageEncoder(loaded), cache: new PrefixCache({ entries: CONVERSATIONS, bytes: CONVERSATION_BYTES }) };
}
