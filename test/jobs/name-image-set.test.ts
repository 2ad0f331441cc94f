import { expect, it } from 'vitest';
import type { ImageSource } from '../../src/images/image-source.js';
import { nameImageSet } from '../../src/jobs/name-image-set.js';
import type { Problem } from '../../src/schema/index.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

const image = (sha: string): ImageSource => ({ ref: 'same.png', sha256: async () => sha, bytes: async () => new Uint8Array() });
const problem = (question: string): Problem => ({ id: 'p', question, images: [] });

it('names images by their bytes and order, not by path or question', async () => {
  const verifier = fakeVerifier();
  const name = (question: string, ...shas: string[]) => nameImageSet(verifier, problem(question), shas.map(image));
  expect(await name('q1', 'a', 'b')).toBe(await name('q2', 'a', 'b'));
  const names = await Promise.all([name('q', 'a'), name('q', 'b'), name('q', 'a', 'b'), name('q', 'b', 'a'), name('q')]);
  expect(new Set(names).size).toBe(5);
});

it('adds the question for a verifier whose description depends on it', async () => {
  const verifier = fakeVerifier({ descriptionDependsOnQuestion: true });
  expect(await nameImageSet(verifier, problem('q1'), [image('a')])).not.toBe(await nameImageSet(verifier, problem('q2'), [image('a')]));
});
