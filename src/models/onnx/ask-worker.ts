import { ModelError } from '../model-error.js';
import type { GenerateCall } from '../chat-model.js';
import type { ModelWorker } from './model-worker.js';
import { readPixels } from './read-pixels.js';
import { toTask } from './to-task.js';
import type { RawPixels, WorkerAnswer } from './worker-message.js';

/**
 * Has a worker answer a call. The images go along only when the worker says that it has not seen one of them.
 * @throws UsageError, ImageError, and what the worker throws.
 */
export async function askWorker(worker: ModelWorker, call: GenerateCall, maxPixels: number | undefined): Promise<WorkerAnswer> {
  const { task, images } = await toTask(call);
  const first = await worker.generate(task, call.signal);
  if (first.type === 'answer') return first.answer;
  const pixels: Record<string, RawPixels> = {};
  for (const [hash, image] of images) pixels[hash] = await readPixels(image, maxPixels);
  const second = await worker.generate({ ...task, images: pixels }, call.signal);
  if (second.type === 'answer') return second.answer;
  throw new ModelError('Expected an answer to a call that brought its images, but the worker still lacks some.', { kind: 'server', isRetryable: true });
}
