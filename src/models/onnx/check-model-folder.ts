import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { tryJson } from '../http/try-json.js';
import { ModelError } from '../model-error.js';
import { modelClasses } from './model-classes.js';
import { precisionSuffixes, weightFiles, type Precision } from './precisions.js';

const texts = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'];

/**
 * Looks whether a folder holds every file that loading needs, so that a missing one is named before anything is loaded.
 * @throws ModelError (`model-not-served`) that names each missing file and the precisions that are there.
 */
export function checkModelFolder(folder: string, precision: Precision): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuse(`Expected the folder of a model at ${folder}, but there is none. Give a folder that holds config.json and onnx/.`);
  }
  const isThere = (file: string): boolean => existsSync(path.join(folder, file));
  const missingTexts = [...texts, ...(isTiled(path.join(folder, 'config.json')) ? ['processor_config.json'] : [])].filter((file) => !isThere(file));
  if (missingTexts.length > 0) {
    throw refuse(`${folder}: expected ${missingTexts.join(', ')} in the folder of the model, but ${missingTexts.length === 1 ? 'it is' : 'they are'} missing. Download the whole repository of the model.`);
  }
  const missing = weightFiles(precision).filter((file) => !isThere(file));
  if (missing.length === 0) return;
  const whole = (Object.keys(precisionSuffixes) as Precision[]).filter((one) => weightFiles(one).every(isThere));
  const advice = whole.length === 0
    ? 'The folder holds all three graphs in no precision: export the model to ONNX, or download its `onnx` folder.'
    : `Whole are: ${whole.join(', ')}. Choose one of them with --dtype.`;
  throw refuse(`${folder}: expected ${missing.join(', ')} for the precision ${precision}, but ${missing.length === 1 ? 'it is' : 'they are'} missing. ${advice}`);
}

/** Classes that cut images into tiles tell the tokens of one in a file of its own. */
function isTiled(config: string): boolean {
  const { model_type: modelType } = (existsSync(config) ? tryJson(readFileSync(config, 'utf8')) ?? {} : {}) as { model_type?: unknown };
  return typeof modelType === 'string' && Object.hasOwn(modelClasses, modelType) && modelClasses[modelType] === 'tiles';
}

function refuse(message: string): ModelError {
  return new ModelError(message, { kind: 'model-not-served', isRetryable: false });
}
