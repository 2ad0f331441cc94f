import { createHash } from 'node:crypto';
import type { ImageSource } from '../images/image-source.js';
import type { Problem } from '../schema/index.js';
import type { Verifier } from '../verifiers/verifier.js';

/**
 * Names a set of images by their bytes, in order; a verifier whose description depends on the question adds it.
 * Work with equal names shares a description; work under another name was done on other images.
 * @throws ImageError when an image cannot be read.
 */
export async function nameImageSet(verifier: Pick<Verifier, 'descriptionDependsOnQuestion'>, problem: Problem, images: readonly ImageSource[]): Promise<string> {
  return nameHashedImages(verifier, problem, await hashImages(images));
}

/** SHA-256 of each image. @throws ImageError when one cannot be read; AbortedError. */
export async function hashImages(images: readonly ImageSource[], signal?: AbortSignal): Promise<string[]> {
  const hashes: string[] = [];
  for (const image of images) hashes.push(await image.sha256(signal));
  return hashes;
}

/** As nameImageSet, for images that were hashed before. */
export function nameHashedImages(verifier: Pick<Verifier, 'descriptionDependsOnQuestion'>, problem: Problem, hashes: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of hashes) hash.update(`${one}\n`);
  if (verifier.descriptionDependsOnQuestion) hash.update(JSON.stringify([problem.question, problem.choices ?? null]));
  return `images:${hash.digest('hex').slice(0, 32)}`;
}
