import { describeFailure } from '../worker-failure.js';
import type { Outcome, WorkerRequest, WorkerResponse, WorkerSettings } from '../worker-message.js';
import { answerTask, type AnsweringParts } from './answer-task.js';
import { createImageEncoder } from './image-encoder.js';
import { describeLoaded, loadModel } from './load-model.js';
import { PrefixCache } from './prefix-cache.js';

/** Conversations kept: several solutions of one problem are often judged in turn. */
const CONVERSATIONS = 4;
const CONVERSATION_BYTES = 1024 ** 3;

const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
const aborted = new Set<number>();
let parts: Promise<AnsweringParts> | undefined;

process.on('message', (request: WorkerRequest) => {
  if (request.type === 'abort') aborted.add(request.id);
  else void answer(request).then((response) => { aborted.delete(request.id); process.send?.({ ...response, id: request.id, memoryMb: process.memoryUsage.rss() / 2 ** 20 } satisfies WorkerResponse); });
});
// A terminal sends Ctrl-C to all its processes; the one above decides what still gets done. When it is gone, so is the work.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

/** Does one task; a failure becomes a value. The other side sends one at a time. */
async function answer(request: Exclude<WorkerRequest, { type: 'abort' }>): Promise<Outcome> {
  const { id } = request;
  try {
    const ready = await (parts ??= open());
    if (request.type === 'load') return { type: 'loaded', info: describeLoaded(ready.loaded, settings) };
    const answered = await answerTask(ready, request, () => aborted.has(id));
    return 'missing' in answered ? { type: 'missing-images', hashes: answered.missing } : { type: 'answer', answer: answered };
  } catch (error) {
    return { type: 'failure', failure: describeFailure(error) };
  }
}

async function open(): Promise<AnsweringParts> {
  const loaded = await loadModel(settings);
  return { loaded, images: createImageEncoder(loaded), cache: new PrefixCache({ entries: CONVERSATIONS, bytes: CONVERSATION_BYTES }) };
}
