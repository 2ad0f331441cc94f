import type { ImageStyle } from '../model-classes.js';
import type { Processor, Tokenizer, Transformers, VisionLanguageModel } from './transformers-api.js';

/** A model with its processor, checked: nothing here can be missing any more. */
export interface LoadedModel {
  library: Transformers;
  processor: Processor & { image_processor: NonNullable<Processor['image_processor']> };
  tokenizer: Tokenizer;
  model: VisionLanguageModel;
  style: ImageStyle;
  imageTokenId: number;
  /** What stands for an image in the text of the chat template. */
  imageTag: string;
  /** Tokens that end an answer. */
  endTokens: ReadonlySet<number>;
  /** Null when the config does not say. */
  contextLength: number | null;
  modelType: string;
}
