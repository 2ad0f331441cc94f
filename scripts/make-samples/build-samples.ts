import type { ProblemRecord } from '../../src/schema/index.js';
import { designs } from './designs/index.js';
import type { Drawing } from './drawing/drawing.js';
import { lookOf } from './drawing/look.js';
import { seedRandom } from './seeded-random.js';
import { writeRecord } from './write-record.js';

/** The seed of the committed samples. */
export const SAMPLE_SEED = 20261121;

/** One problem in four declares no checklist: the last of each round of four, over all designs. */
const isDeclared = (serial: number): boolean => serial % 4 !== 3;

export interface Sample {
  record: ProblemRecord;
  /** One an image reference, in order. */
  drawings: Drawing[];
}

/** Builds all sample problems from a seed. Each draws its numbers from a source of its own, so that a new design leaves those of the others alone. */
export function buildSamples(seed: number): Sample[] {
  const places = Object.entries(designs).flatMap(([name, design]) =>
    Array.from({ length: design.variants }, (_, variant) => ({ name, design, variant })));
  return places.map(({ name, design, variant }, serial) => {
    const id = `${name}-${String(variant + 1).padStart(2, '0')}`;
    const random = seedRandom(`${seed}/${id}`);
    const draft = design.draft(variant, { random, look: lookOf(serial) });
    const images = draft.drawings.map((_, image) =>
      `images/${id}${draft.drawings.length > 1 ? `-${'abcdef'[image]}` : ''}.png`);
    return { record: writeRecord(draft, { id, source: design.source, images, declared: isDeclared(serial) }, random), drawings: draft.drawings };
  });
}
