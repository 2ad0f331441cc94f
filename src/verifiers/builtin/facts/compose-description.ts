import type { Constraint, ImageDescription, PrintedWord } from '../../../schema/index.js';
import { describeWords } from './describe-words.js';
import { writeCaption } from './write-caption.js';
import { writeKeyFact } from './write-key-fact.js';

/** Below this confidence a word is named as uncertain. */
const UNSURE = 0.8;
const MOST_UNCERTAIN = 20;
const BLIND = 'Shapes, colours, counts, positions and relations cannot be seen by this verifier, only printed text.';

/** An image as it was read. */
export interface ReadImage {
  readonly words: readonly PrintedWord[];
  readonly width: number;
  readonly height: number;
}

/** Makes the description of all images of a problem from their words. No images, no facts. Deterministic. */
export function composeDescription(images: readonly ReadImage[]): ImageDescription {
  const constraints = images.flatMap((image) => describeWords(image.words)).map((draft, at): Constraint => ({ ...draft, id: `c${at + 1}` }));
  const words = images.flatMap((image) => image.words);
  const unsure = words.filter((word) => word.confidence < UNSURE).slice(0, MOST_UNCERTAIN);
  return {
    caption: writeCaption(images.length, constraints),
    keyFacts: constraints.flatMap((constraint) => writeKeyFact(constraint) ?? []),
    uncertain: images.length === 0 ? [] : [...unsure.map((word) => `"${word.text}" is hard to read (confidence ${word.confidence.toFixed(2)}).`), BLIND],
    constraints,
    words: [...words],
    imageSizes: images.map(({ width, height }) => ({ width, height })),
  };
}
