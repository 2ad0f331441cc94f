import path from 'node:path';
import { spellSource, type OnnxSource } from '../onnx-source.js';
import type { LoadedInfo, WorkerSettings } from '../worker-message.js';
import { checkLoadedParts, checkModelClass } from './check-loaded-parts.js';
import { describeHubError, describeLoadError, isOutOfReach } from './describe-hub-error.js';
import { loadTransformers } from './load-transformers.js';
import type { LoadedModel } from './loaded-model.js';
import { readChatTemplate } from './read-chat-template.js';
import type { Transformers } from './transformers-api.js';

/**
 * Loads a model and its processor. When the hub is out of reach, what is in the cache folder will do.
 * @throws MissingDependencyError, ModelError.
 */
export async function loadModel(settings: WorkerSettings): Promise<LoadedModel> {
  const library = await loadTransformers();
  prepareLibrary(library, settings);
  if (settings.source.type === 'folder') return loadFiles(library, settings, true).catch((error: unknown) => { throw describeLoadError(error, settings); });
  try {
    try {
      return await loadFiles(library, settings, settings.isOffline);
    } catch (error) {
      if (settings.isOffline || !isOutOfReach(error)) throw error;
      return await loadFiles(library, settings, true).catch(() => { throw error; });
    }
  } catch (error) {
    throw describeHubError(error, settings);
  }
}

/** What the caller may know of a loaded model. */
export function describeLoaded({ modelType, contextLength }: LoadedModel, { source, cacheDir }: WorkerSettings): LoadedInfo {
  return { modelType, contextLength, folder: folderOf(source, cacheDir) };
}

/** Where the files of a model lie: the library keeps those of the hub so. */
function folderOf(source: OnnxSource, cacheDir: string): string {
  if (source.type === 'folder') return source.folder;
  return path.join(cacheDir, source.id, ...(source.revision === 'main' ? [] : [source.revision]));
}

/** By default the library looks for models, and keeps them, inside its own package; and a failed run prints all its tensors. */
function prepareLibrary({ env, LogLevel }: Transformers, { source, hub, cacheDir }: WorkerSettings): void {
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = source.type === 'hub';
  env.useFSCache = source.type === 'hub';
  env.cacheDir = cacheDir;
  env.localModelPath = path.join(cacheDir, '.none');
  if (hub !== null) env.remoteHost = hub;
}

async function loadFiles(library: Transformers, { source, precision, device, cacheDir }: WorkerSettings, isLocal: boolean): Promise<LoadedModel> {
  const name = source.type === 'folder' ? source.folder : source.id;
  const options = { local_files_only: isLocal, ...(source.type === 'hub' ? { revision: source.revision } : {}) };
  // The class first: nobody should wait for weights that cannot be used.
  checkModelClass(await library.AutoConfig.from_pretrained(name, options), spellSource(source));
  const processor = await library.AutoProcessor.from_pretrained(name, options);
  const model = await library.AutoModelForImageTextToText.from_pretrained(name, { ...options, dtype: precision, device });
  return checkLoadedParts({ library, processor, model, template: readChatTemplate(folderOf(source, cacheDir)), name: spellSource(source) });
}
