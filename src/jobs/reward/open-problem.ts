import { ImageError } from '../../errors/index.js';
import type { Problem } from '../../schema/index.js';
import { oneLine } from '../../util/one-line.js';
import type { Verifier } from '../../verifiers/verifier.js';
import { hashImages, nameHashedImages } from '../name-image-set.js';
import { RewardError } from './reward-error.js';
import type { SharedImages } from './share-images.js';

/** A problem whose images were found. */
export interface OpenProblem {
  problem: Problem;
  /** The very object that is shared: while somebody uses it, others find it. */
  shared: SharedImages;
  /** See nameImageSet. */
  imageSet: string;
}

/** How the images of problems are opened and read. */
export interface ImageReading {
  openImages: (refs: readonly string[]) => SharedImages;
  /** Runs the reading in its turn; only the first solutions of a problem have to wait for it. */
  inTurn: <T>(read: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** Opens the images of a problem. @throws RewardError `image` when one cannot be used, `image-host` when one cannot be had now; AbortedError. */
export async function openProblem(verifier: Verifier, problem: Problem, { openImages, inTurn }: ImageReading): Promise<OpenProblem> {
  return blameImages(async () => {
    const shared = openImages(problem.images);
    const hashes = (shared.hashes ??= await inTurn((signal) => hashImages(shared.images, signal)));
    return { problem, shared, imageSet: nameHashedImages(verifier, problem, hashes) };
  });
}

/** Tells images that cannot be used from a verifier that fails: only the second may pass. */
export async function blameImages<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImageError ? new RewardError(error.isTransient ? 'image-host' : 'image', oneLine(error), { cause: error }) : error;
  }
}
