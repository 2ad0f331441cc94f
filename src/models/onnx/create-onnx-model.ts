import { UsageError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import type { ChatModel, GenerateCall } from '../chat-model.js';
import { finishAnswer } from '../openai/finish-answer.js';
import { checkModelFolder } from './check-model-folder.js';
import { describeOnnxModel } from './describe-onnx-model.js';
import { createModelWorker, type ModelWorker } from './model-worker.js';
import { readLoadSettings, readMemoryLimit, type OnnxModelOptions } from './onnx-settings.js';
import { parseOnnxSource, spellSource } from './onnx-source.js';
import { readPixels } from './read-pixels.js';
import { locateOnnxWorker } from './worker-entry.js';
import type { GenerateTask, LoadedInfo, RawPixels, WorkerAnswer } from './worker-message.js';

/** A model in the process. */
export interface OnnxModel extends ChatModel {
  readonly info: LoadedInfo & { name: string };
  /** How often its worker started: more than once after a crash, or when memory ran over. */
  readonly starts: number;
}

/**
 * Loads a vision-language model in ONNX files on a thread of its own. Calls wait in line; prompts that begin like one of the last
 * few are only computed from where they part.
 *
 * @throws UsageError (options), MissingDependencyError (the optional package), ModelError (files, class, hub), AbortedError.
 */
export async function createOnnxModel(options: OnnxModelOptions): Promise<OnnxModel> {
  const { maxPixels, signal, readMemoryMb = () => process.memoryUsage.rss() / 2 ** 20 } = options;
  const source = parseOnnxSource(options.source);
  const settings = readLoadSettings(options);
  if (source.type === 'folder') checkModelFolder(source.folder, settings.precision);
  const worker = createModelWorker({ entry: locateOnnxWorker(), settings: { ...settings, source }, memoryLimitMb: readMemoryLimit(options), readMemoryMb });
  try {
    const loaded = await worker.run({ type: 'load' }, signal);
    if (loaded.type !== 'loaded') throw new UsageError('Expected a loaded model.');
    const name = spellSource(source);
    return {
      id: describeOnnxModel({ source, folder: loaded.info.folder, settings, maxPixels }),
      info: { ...loaded.info, name },
      get starts() { return worker.starts; },
      async doGenerate(call) {
        const answer = await generate(worker, call, maxPixels);
        const warnings = call.constraint?.type === 'json' ? ['the JSON constraint is not enforced by models in the process'] : [];
        const finished = finishAnswer({ ...answer, content: answer.text, refusal: null, reasoning: null, model: name, wrapping: 'none' });
        return { ...finished, warnings: [...finished.warnings, ...answer.warnings, ...warnings] };
      },
      close: () => worker.close(),
    };
  } catch (error) {
    await worker.close();
    throw error;
  }
}

/** Sends a call without its images first: mostly the worker has seen them. */
async function generate(worker: ModelWorker, call: GenerateCall, maxPixels: number | undefined): Promise<WorkerAnswer> {
  const { task, images } = await toTask(call);
  const response = await worker.run(task, call.signal);
  if (response.type === 'answer') return response.answer;
  const pixels: Record<string, RawPixels> = {};
  for (const [hash, image] of images) pixels[hash] = await readPixels(image, maxPixels);
  const second = await worker.run({ ...task, images: pixels }, call.signal);
  if (second.type === 'answer') return second.answer;
  throw new UsageError('Expected an answer to a call that brought its images.');
}

async function toTask({ messages, sampling, constraint, topLogprobs, sampleIndex }: GenerateCall): Promise<{ task: GenerateTask; images: Map<string, ImageSource> }> {
  const choices = constraint?.type === 'choice' ? constraint.choices : null;
  if (choices && (choices.length === 0 || choices.includes(''))) throw new UsageError('Expected at least one choice, and none that is empty.');
  const images = new Map<string, ImageSource>();
  const plain: GenerateTask['messages'] = [];
  for (const { role, content } of messages) {
    const parts: GenerateTask['messages'][number]['content'] = [];
    for (const part of content) {
      if (part.type === 'text') { parts.push(part); continue; }
      const hash = await part.image.sha256();
      images.set(hash, part.image);
      parts.push({ type: 'image', hash });
    }
    plain.push({ role, content: parts });
  }
  const { temperature, topP = 1, maxTokens, stop = [], seed } = sampling;
  return {
    images,
    task: {
      type: 'generate', messages: plain, images: {}, temperature, topP, maxTokens, stop: [...stop],
      seed: seed === undefined ? Math.floor(Math.random() * 2 ** 32) : seed + sampleIndex,
      choices: choices && [...choices], topLogprobs: topLogprobs ?? null,
    },
  };
}
