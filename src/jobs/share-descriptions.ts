import { createHash } from 'node:crypto';
import type { ImageSource } from '../images/image-source.js';
import { describeImages } from '../pipeline/describe-images.js';
import type { StageResult } from '../pipeline/attempt-stage.js';
import type { ImageDescription, Problem } from '../schema/index.js';
import { oneLine } from '../util/one-line.js';
import type { Verifier } from '../verifiers/verifier.js';

/** How many finished descriptions stay in memory. Neighbouring problems share images; a store keeps the rest. */
const KEPT_IN_MEMORY = 64;

/** Where finished descriptions outlive the process. */
export interface DescriptionStore {
  get(imageSet: string): Promise<ImageDescription | null>;
  put(imageSet: string, description: ImageDescription): Promise<void>;
}

export type DescribeShared = (problem: Problem, images: readonly ImageSource[], signal?: AbortSignal) => Promise<StageResult<ImageDescription>>;

/**
 * Makes one description a set of images (and question, where the verifier's description depends on it), however many
 * problems and candidates ask for it at the same time. Failures are handed to all who wait and are not kept.
 */
export function shareDescriptions(verifier: Verifier, store?: DescriptionStore): DescribeShared {
  const made = new Map<string, Promise<StageResult<ImageDescription>>>();
  return async (problem, images, signal) => {
    let key: string;
    try {
      key = await imageSetKey(verifier, problem, images);
    } catch (error) {
      return { value: null, failure: { stage: 'describe', reason: oneLine(error) } };
    }
    const known = made.get(key);
    if (known) return known;
    const making = describeOnce(verifier, store, key, { problem, images, signal });
    made.set(key, making);
    if (made.size > KEPT_IN_MEMORY) made.delete(made.keys().next().value as string);
    making.then(({ failure }) => { if (failure) made.delete(key); }, () => made.delete(key));
    return making;
  };
}

async function describeOnce(
  verifier: Verifier,
  store: DescriptionStore | undefined,
  key: string,
  call: { problem: Problem; images: readonly ImageSource[]; signal: AbortSignal | undefined },
): Promise<StageResult<ImageDescription>> {
  const stored = await store?.get(key);
  if (stored) return { value: stored, failure: null };
  const result = await describeImages(verifier, call);
  if (result.value) await store?.put(key, result.value);
  return result;
}

/** Names a set of images by their bytes, in order; a verifier that looks at the question adds it. */
async function imageSetKey(verifier: Verifier, problem: Problem, images: readonly ImageSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const image of images) hash.update(`${await image.sha256()}\n`);
  if (verifier.descriptionDependsOnQuestion) hash.update(JSON.stringify([problem.question, problem.choices ?? null]));
  return `images:${hash.digest('hex').slice(0, 32)}`;
}
