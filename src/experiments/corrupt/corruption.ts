import { z } from 'zod';

/**
 * What is done to a fact that is hit. `drop`: it is taken away. `flip`: one number or comparison of it is changed (the design of
 * the reference). The others are placebos that leave its meaning: `paraphrase` says it in other words, `shuffle` moves it.
 */
export type CorruptionMode = 'drop' | 'flip' | 'paraphrase' | 'shuffle';

/** Parts of a description that can be hit. */
export const descriptionPartSchema = z.enum(['caption', 'key-facts', 'constraints']);
export type DescriptionPart = z.infer<typeof descriptionPartSchema>;

/** How a description is corrupted. */
export interface Corruption {
  mode: CorruptionMode;
  /** Chance of each fact to be hit, in [0,1]. What is hit at one ratio is hit, in the same way, at every larger one. */
  ratio: number;
  /** Decides, with the item, what is hit and what becomes of it. */
  seed: number;
  parts: readonly DescriptionPart[];
}
