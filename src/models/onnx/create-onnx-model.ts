import type { ChatModel } from '../chat-model.js';
import { cutTokens } from '../openai/cut-tokens.js';
import { splitReasoning } from '../split-reasoning.js';
import { askWorker } from './ask-worker.js';
import { checkModelFolder } from './check-model-folder.js';
import { describeOnnxModel } from './describe-onnx-model.js';
import { createModelWorker } from './model-worker.js';
import { readLoadSettings, readMemoryLimit, type OnnxModelOptions } from './onnx-settings.js';
import { parseOnnxSource, spellSource } from './onnx-source.js';
import { locateOnnxWorker } from './worker-entry.js';
import type { LoadedInfo } from './worker-message.js';

/** A model without a server. */
export interface OnnxModel extends ChatModel {
  readonly info: LoadedInfo & { name: string };
  /** How often its worker started: more than once after a crash, or when memory ran over. */
  readonly starts: number;
}

/**
 * Loads a vision-language model in ONNX files, in a worker process: a fault of the native runtime would end the whole process otherwise. Calls wait in line; prompts that begin like one of the last
 * few are only computed from where they part.
 *
 * @throws UsageError (options), MissingDependencyError (the optional package), ModelError (files, class, hub), AbortedError.
 */
export async function createOnnxModel(options: OnnxModelOptions): Promise<OnnxModel> {
  const { maxPixels, signal } = options;
  const source = parseOnnxSource(options.source);
  const settings = readLoadSettings(options);
  if (source.type === 'folder') checkModelFolder(source.folder, settings.precision);
  const worker = createModelWorker({ entry: locateOnnxWorker(), settings: { ...settings, source }, memoryLimitMb: readMemoryLimit(options) });
  try {
    const loaded = await worker.load(signal);
    const name = spellSource(source);
    return {
      id: describeOnnxModel({ source, folder: loaded.folder, settings, maxPixels }),
      info: { ...loaded, name },
      get starts() { return worker.starts; },
      async doGenerate(call) {
        const answer = await askWorker(worker, call, maxPixels);
        const { reasoning, text } = splitReasoning(answer.text);
        const warnings = call.constraint?.type === 'json' ? ['the JSON constraint is not enforced by ONNX models'] : [];
        return {
          ...answer,
          ...(reasoning === null ? {} : { text, reasoning, tokens: answer.tokens && cutTokens(answer.tokens, text) }),
          model: name,
          warnings: [...answer.warnings, ...warnings],
        };
      },
      close: () => worker.close(),
    };
  } catch (error) {
    await worker.close();
    throw error;
  }
}
