/** How a class takes images: Idefics3 in tiles with named rows and columns, Qwen-VL as a grid of patches with positions of its own. */
export type ImageStyle = 'tiles' | 'grid';

/** The classes that this loader knows, by the `model_type` of their config.json. */
export const modelClasses: Readonly<Record<string, ImageStyle>> = {
  idefics3: 'tiles', smolvlm: 'tiles', qwen2_vl: 'grid', qwen2_5_vl: 'grid', qwen3_vl: 'grid',
};
