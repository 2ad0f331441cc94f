import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PromptError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import type { LoadedPrompt } from './prompt-library.js';

/** The hash of each prompt by `id@version`. A version, once locked, keeps its text for ever. */
const promptLockSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
export type PromptLock = z.infer<typeof promptLockSchema>;

const LOCK_FILE = 'lock.json';

/** Reads the lock of a folder; null when it has none. */
export async function readPromptLock(folder: string): Promise<PromptLock | null> {
  const file = path.join(folder, LOCK_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new PromptError(`Expected a readable lock at ${file}, but ${oneLine(error)}`, { cause: error });
  });
  if (text === null) return null;
  try {
    return promptLockSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new PromptError(`${file}: expected an object of prompt names and SHA-256 hashes. Restore it from version control.`, { cause: error });
  }
}

/** Says what does not fit the lock: one line a prompt that is not locked, changed, or gone. */
export function compareWithLock(lock: PromptLock, prompts: readonly LoadedPrompt[]): string[] {
  const refs = new Set(prompts.map(({ ref }) => ref));
  return [
    ...prompts.flatMap(({ ref, hash }) => {
      if (lock[ref] === undefined) return [`${ref} is not locked. Add it to the lock.`];
      return lock[ref] === hash ? [] : [`${ref} was changed after it was locked. Give the new text a new version.`];
    }),
    ...Object.keys(lock).filter((ref) => !refs.has(ref)).map((ref) => `${ref} is locked, but its file is gone. Restore it.`),
  ];
}

/**
 * Adds new prompts to a lock. What is locked is never changed.
 * @throws PromptError when a locked prompt was changed or is gone.
 */
export function extendLock(lock: PromptLock, prompts: readonly LoadedPrompt[]): PromptLock {
  const added = Object.fromEntries(prompts.filter(({ ref }) => lock[ref] === undefined).map(({ ref, hash }) => [ref, hash]));
  const extended = { ...lock, ...added };
  const [problem] = compareWithLock(extended, prompts);
  if (problem !== undefined) throw new PromptError(problem);
  return Object.fromEntries(Object.entries(extended).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Replaces the lock file of a folder in one move. @throws PromptError when that cannot be written. */
export async function writePromptLock(folder: string, lock: PromptLock): Promise<void> {
  const file = path.join(folder, LOCK_FILE);
  try {
    await writeFile(`${file}.new`, `${JSON.stringify(lock, null, 2)}\n`);
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new PromptError(`Expected to write the lock ${file}, but ${oneLine(error)}`, { cause: error });
  }
}
