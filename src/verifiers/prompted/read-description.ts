import { z } from 'zod';
import type { ImageDescription } from '../../schema/index.js';
import { looseTextSchema, looseTextsSchema } from './loose-text.js';
import { readConstraints } from './read-constraints.js';

/** A description as a model writes it: caption, key_facts and uncertain, or one image_description; constraints where it was asked for them. */
export const descriptionAnswerSchema = z.looseObject({
  caption: looseTextSchema,
  image_description: looseTextSchema,
  key_facts: looseTextsSchema,
  uncertain: looseTextsSchema,
  constraints: z.unknown().optional(),
}).refine(({ caption, image_description, key_facts }) => caption + image_description !== '' || key_facts.length > 0, { error: 'expected "caption" and "key_facts", got neither' });

/** Makes a description of what a model wrote. */
export function readDescription({ caption, image_description, key_facts, uncertain, constraints }: z.output<typeof descriptionAnswerSchema>): ImageDescription {
  return { caption: caption || image_description, keyFacts: key_facts, uncertain, constraints: readConstraints(constraints), words: [], imageSizes: [] };
}
