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
  const hash = createHash('sha256');
  for (const image of images) hash.update(`${await image.sha256()}\n`);
  if (verifier.descriptionDependsOnQuestion) hash.update(JSON.stringify([problem.question, problem.choices ?? null]));
  return `images:${hash.digest('hex').slice(0, 32)}`;
}
