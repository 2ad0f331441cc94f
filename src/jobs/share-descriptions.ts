import type { ImageSource } from '../images/image-source.js';
import { describeImages } from '../pipeline/describe-images.js';
import type { StageResult } from '../pipeline/attempt-stage.js';
import type { ImageDescription, Problem } from '../schema/index.js';
import type { Verifier } from '../verifiers/verifier.js';

/** How many finished descriptions stay in memory. Neighbouring problems share images; a store keeps the rest. */
const KEPT_IN_MEMORY = 64;

/** Where finished descriptions outlive the process. */
export interface DescriptionStore {
  get(imageSet: string): Promise<ImageDescription | null>;
  put(imageSet: string, description: ImageDescription): Promise<void>;
}

export type DescribeShared = (imageSet: string, problem: Problem, images: readonly ImageSource[], signal?: AbortSignal) => Promise<StageResult<ImageDescription>>;

/**
 * Makes one description a set of images (see nameImageSet), however many problems and candidates ask for it at the same time.
 * Failures are handed to all who wait and are not kept.
 */
export function shareDescriptions(verifier: Verifier, store?: DescriptionStore): DescribeShared {
  const made = new Map<string, Promise<StageResult<ImageDescription>>>();
  return async (imageSet, problem, images, signal) => {
    const known = made.get(imageSet);
    if (known) return known;
    const making = describeOnce(verifier, store, imageSet, { problem, images, signal });
    made.set(imageSet, making);
    if (made.size > KEPT_IN_MEMORY) made.delete(made.keys().next().value as string);
    making.then(({ failure }) => { if (failure) made.delete(imageSet); }, () => made.delete(imageSet));
    return making;
  };
}

async function describeOnce(
  verifier: Verifier,
  store: DescriptionStore | undefined,
  imageSet: string,
  call: { problem: Problem; images: readonly ImageSource[]; signal: AbortSignal | undefined },
): Promise<StageResult<ImageDescription>> {
  const stored = await store?.get(imageSet);
  if (stored) return { value: stored, failure: null };
  const result = await describeImages(verifier, call);
  if (result.value) await store?.put(imageSet, result.value);
  return result;
}
