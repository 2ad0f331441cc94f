import { ModelError } from '../../model-error.js';
import type { RawPixels } from '../worker-message.js';
import type { LoadedModel } from './loaded-model.js';
import type { ProcessedImage, Tensor } from './transformers-api.js';

/** Features that are kept, in bytes; those of the last image whatever their size. */
const MOST_BYTES = 512 * 2 ** 20;

/** An image as the language model sees it. */
export interface EncodedImage {
  /** A negative number that no other image has: stands in for its tokens where prompts are compared. */
  key: number;
  /** Rows of features, one for each image token. */
  features: Tensor;
  /** What takes the place of the image's tag in the prompt. */
  text: string;
  /** Qwen-VL: frames, rows and columns of patches; null elsewhere. */
  grid: readonly bigint[] | null;
}

/** Looks at images, each once. */
export interface ImageEncoder {
  get(hash: string): EncodedImage | undefined;
  /** One image a run: the processor of Qwen-VL takes two images for frames of a video. */
  encode(hash: string, pixels: RawPixels): Promise<EncodedImage>;
}

/** Creates an encoder that keeps what it saw last. */
export function createImageEncoder({ library, processor, model, style, imageTag }: LoadedModel): ImageEncoder {
  const kept = new Map<string, EncodedImage>();
  const keys = new Map<string, number>();
  let bytes = 0;

  return {
    get(hash) {
      const known = kept.get(hash);
      if (known) {
        kept.delete(hash);
        kept.set(hash, known);
      }
      return known;
    },
    async encode(hash, { data, width, height }) {
      const raw = new library.RawImage(new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height, 3);
      const processed = await (style === 'tiles' ? processor.image_processor([raw], { return_row_col_info: true }) : processor.image_processor(raw));
      const { pixel_values, pixel_attention_mask, image_grid_thw } = processed;
      const features = await model.encode_image({ pixel_values, ...(pixel_attention_mask ? { pixel_attention_mask } : {}), ...(image_grid_thw ? { image_grid_thw } : {}) });
      const key = keys.get(hash) ?? -1 - keys.size;
      keys.set(hash, key);
      const grid = image_grid_thw ? Array.from(image_grid_thw.data as BigInt64Array) : null;
      const text = style === 'tiles' ? spellTiles(processed, Number(processor.config['image_seq_len']), imageTag) : spellGrid(grid ?? [], Number(processor.image_processor.config['merge_size']), imageTag);
      const made = { key, features, text, grid };
      kept.set(hash, made);
      bytes += features.data.byteLength;
      for (const [oldest, image] of kept) {
        if (bytes <= MOST_BYTES || kept.size === 1) break;
        kept.delete(oldest);
        bytes -= image.features.data.byteLength;
      }
      return made;
    },
  };
}

/** Idefics3: rows of named tiles, then the whole image once more; only that where it was not cut. */
function spellTiles({ rows, cols }: ProcessedImage, tokens: number, tag: string): string {
  const [height = 0, width = 0] = [rows?.[0]?.[0], cols?.[0]?.[0]];
  const around = '<fake_token_around_image>';
  const whole = `${around}<global-img>${tag.repeat(tokens)}${around}`;
  if (height === 0 || width === 0) return whole;
  const range = (length: number): number[] => Array.from({ length }, (_, i) => i + 1);
  const lines = range(height).map((row) => `${range(width).map((column) => `${around}<row_${row}_col_${column}>${tag.repeat(tokens)}`).join('')}\n`);
  return `${lines.join('')}\n${whole}`;
}

/** Qwen-VL: one token for each square of merged patches. */
function spellGrid(grid: readonly bigint[], merge: number, tag: string): string {
  const count = Math.floor(Number(grid.reduce((product, side) => product * side, 1n)) / merge ** 2);
  if (!(count > 0)) throw new ModelError('Expected `merge_size` in preprocessor_config.json, but it is missing. Take the file of the original model.', { kind: 'model-not-served', isRetryable: false });
  return tag.repeat(count);
}
