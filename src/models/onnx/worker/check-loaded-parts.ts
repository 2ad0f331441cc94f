import { ModelError } from '../../model-error.js';
import { modelClasses, type ImageStyle } from '../model-classes.js';
import type { LoadedModel } from './loaded-model.js';
import type { Processor, Transformers, VisionLanguageModel } from './transformers-api.js';

type Config = Readonly<Record<string, unknown>>;

/** The way a class takes images. @throws ModelError for a class that this loader does not know. */
export function checkModelClass(config: Config, name: string): { modelType: string; style: ImageStyle } {
  const modelType = String(config['model_type']);
  const style = Object.hasOwn(modelClasses, modelType) ? modelClasses[modelType] : undefined;
  if (style === undefined) {
    throw refuse(`${name}: expected a model of the classes ${Object.keys(modelClasses).join(', ')}, but its config.json says \`${modelType}\`. Serve it with a model server instead, and give that address.`);
  }
  return { modelType, style };
}

export interface LoadedParts {
  library: Transformers;
  processor: Processor;
  model: VisionLanguageModel;
  /** A chat template for a tokenizer that has none. */
  template: string | null;
  /** Names the model in errors. */
  name: string;
}

/**
 * Puts the parts of a model together, after a look at every setting whose lack the library passes over in silence.
 * @throws ModelError that names the file and the setting.
 */
export function checkLoadedParts({ library, processor, model, template, name }: LoadedParts): LoadedModel {
  const { modelType, style } = checkModelClass(model.config, name);
  const { tokenizer, image_processor: imageProcessor } = processor;
  if (!tokenizer || !imageProcessor) {
    throw refuse(`${name}: expected \`processor_class\` in preprocessor_config.json to name a processor with a tokenizer and images, but it does not. Take the file of the original model.`);
  }
  const given = tokenizer.chat_template ? {} : { chat_template: template ?? '' };
  if (given.chat_template === '') throw refuse(`${name}: expected a \`chat_template\` in tokenizer_config.json, but there is none. Copy it there from chat_template.jinja, or from the original model.`);
  const { do_normalize: normalizes, image_mean: mean, mean: plainMean, image_std: deviation, std: plainDeviation } = imageProcessor.config;
  if (normalizes && !(Array.isArray(mean ?? plainMean) && Array.isArray(deviation ?? plainDeviation))) {
    throw refuse(`${name}: expected \`image_mean\` and \`image_std\` in preprocessor_config.json, since \`do_normalize\` is on, but they are missing. Take the file of the original model.`);
  }
  if (style === 'tiles' && !(Number(processor.config['image_seq_len']) > 0)) {
    throw refuse(`${name}: expected \`image_seq_len\` in processor_config.json, but it is missing. Take the file of the original model.`);
  }
  if (style === 'grid' && typeof model.config['vision_start_token_id'] !== 'number') {
    throw refuse(`${name}: expected \`vision_start_token_id\` in config.json, but it is missing. Take the file of the original model.`);
  }
  const imageTokenId = model.config['image_token_id'] ?? model.config['image_token_index'];
  if (typeof imageTokenId !== 'number') throw refuse(`${name}: expected \`image_token_id\` in config.json, but it is missing. Take the file of the original model.`);
  const text = { ...(model.config['text_config'] as Config | undefined) };
  const length = text['max_position_embeddings'] ?? model.config['max_position_embeddings'];
  return {
    library, tokenizer, model, style, modelType, imageTokenId,
    processor: { config: processor.config, tokenizer, image_processor: imageProcessor, apply_chat_template: (messages, options) => processor.apply_chat_template(messages, { ...given, ...options }) },
    imageTag: style === 'tiles' ? '<image>' : '<|image_pad|>',
    endTokens: new Set([model.generation_config, model.config, text, { eos_token_id: tokenizer.eos_token_id }].flatMap((from) => from?.['eos_token_id'] ?? []).filter((id): id is number => typeof id === 'number')),
    contextLength: typeof length === 'number' ? length : null,
  };
}

function refuse(message: string): ModelError {
  return new ModelError(message, { kind: 'model-not-served', isRetryable: false });
}
