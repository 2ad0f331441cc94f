/** The part of @huggingface/transformers that is used here. Its own types leave much of it open. */
export interface Tensor {
  readonly type: string;
  readonly data: Float32Array | Uint16Array | BigInt64Array;
  readonly dims: readonly number[];
  /** A copy of a part: null takes an axis whole. */
  slice(...ranges: (null | readonly [number, number])[]): Tensor;
  to(type: string): Tensor;
}

type TensorMaker = new (type: string, data: ArrayLike<number | bigint>, dims: readonly number[]) => Tensor;

export interface Tokenizer {
  (text: string): { input_ids: Tensor };
  encode(text: string, options: { add_special_tokens: boolean }): number[];
  decode(ids: readonly number[], options: { skip_special_tokens: boolean; clean_up_tokenization_spaces: boolean }): string;
  readonly all_special_tokens: readonly string[];
  readonly eos_token_id: number | null | undefined;
  readonly chat_template: unknown;
}

/** What an image processor makes of one image. Idefics3 tells rows and columns of tiles, Qwen-VL the grid of patches. */
export interface ProcessedImage {
  pixel_values: Tensor;
  pixel_attention_mask?: Tensor;
  rows?: number[][];
  cols?: number[][];
  image_grid_thw?: Tensor;
}

export interface Processor {
  readonly tokenizer?: Tokenizer;
  readonly image_processor?: ((image: unknown, options?: Record<string, unknown>) => Promise<ProcessedImage>) & { readonly config: Readonly<Record<string, unknown>> };
  readonly config: Readonly<Record<string, unknown>>;
  apply_chat_template(messages: readonly unknown[], options: { add_generation_prompt: boolean; chat_template?: string }): string;
}

export interface VisionLanguageModel {
  readonly config: Readonly<Record<string, unknown>>;
  readonly generation_config: Readonly<Record<string, unknown>> | null;
  encode_image(inputs: Partial<ProcessedImage>): Promise<Tensor>;
  encode_text(inputs: { input_ids: Tensor }): Promise<Tensor>;
  /** Qwen-VL only: positions of all tokens, [3, 1, tokens]. */
  get_rope_index?(ids: Tensor, grids: Tensor | null, videoGrids: null, mask: Tensor): [Tensor, Tensor];
  forward(inputs: Record<string, Tensor | Record<string, Tensor>>): Promise<Record<string, Tensor>>;
}

interface LoadOptions {
  revision?: string;
  local_files_only?: boolean;
  dtype?: string;
  device?: string;
}

export interface Transformers {
  env: {
    allowRemoteModels: boolean; remoteHost: string; localModelPath: string; cacheDir: string; useFSCache: boolean; logLevel: number;
  };
  LogLevel: { NONE: number };
  AutoConfig: { from_pretrained(source: string, options: LoadOptions): Promise<Readonly<Record<string, unknown>>> };
  AutoProcessor: { from_pretrained(source: string, options: LoadOptions): Promise<Processor> };
  AutoModelForImageTextToText: { from_pretrained(source: string, options: LoadOptions): Promise<VisionLanguageModel> };
  RawImage: new (data: Uint8ClampedArray, width: number, height: number, channels: 3) => unknown;
  Tensor: TensorMaker;
}
