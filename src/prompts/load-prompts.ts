import { fileURLToPath } from 'node:url';
import { PromptError } from '../errors/index.js';
import { compareWithLock, readPromptLock } from './prompt-lock.js';
import { createPromptLibrary, type LoadedPrompt, type PromptLibrary } from './prompt-library.js';
import { readPromptFolder } from './read-prompt-folder.js';

/** The folder with the prompts of this package, from sources and from the built files alike. */
export const housePrompts = fileURLToPath(new URL('../../prompts/', import.meta.url));

/**
 * Loads the prompts of this package, and prompt packs over them: a pack replaces prompts by id, later packs win.
 * A folder that has a lock must fit it.
 * @throws PromptError with the file and what is wrong with it.
 */
export async function loadPrompts(options: { packs?: readonly string[] | undefined } = {}): Promise<PromptLibrary> {
  const folders = [housePrompts, ...(options.packs ?? [])];
  return createPromptLibrary(await Promise.all(folders.map(readLockedFolder)));
}

/** Reads a folder and holds it against its lock, where it has one. */
async function readLockedFolder(folder: string): Promise<LoadedPrompt[]> {
  const [prompts, lock] = await Promise.all([readPromptFolder(folder), readPromptLock(folder)]);
  const [problem] = lock === null ? [] : compareWithLock(lock, prompts);
  if (problem !== undefined) throw new PromptError(`${folder}: ${problem}`);
  return prompts;
}
