import { PromptError } from '../errors/index.js';
import { compareWithLock, extendLock, readPromptLock, writePromptLock } from './prompt-lock.js';
import type { LoadedPrompt } from './prompt-library.js';
import { listPromptFiles, readPromptFile } from './read-prompt-folder.js';

/** What is in a folder of prompts, and everything that is wrong with it, one line each. */
export interface CheckedPrompts {
  prompts: LoadedPrompt[];
  problems: string[];
  isLocked: boolean;
}

/**
 * Checks a whole folder of prompts and says all that is wrong, not only the first thing.
 * @param options.lock Adds new prompts to the lock (and makes one where there is none); what is locked is never changed.
 * @throws PromptError when the folder or its lock cannot be read.
 */
export async function checkPrompts(folder: string, options: { lock?: boolean } = {}): Promise<CheckedPrompts> {
  const settled = await Promise.allSettled((await listPromptFiles(folder)).map(readPromptFile));
  const prompts = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const problems = settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (one.reason instanceof PromptError) return [one.reason.message];
    throw one.reason;
  });
  let lock = await readPromptLock(folder);
  if (options.lock && problems.length === 0) {
    // A changed prompt is told below with all others, so the lock stays as it is then.
    const isSound = compareWithLock(lock ?? {}, prompts.filter(({ ref }) => lock?.[ref] !== undefined)).length === 0;
    if (isSound) {
      lock = extendLock(lock ?? {}, prompts);
      await writePromptLock(folder, lock);
    }
  }
  return { prompts, problems: [...problems, ...(lock === null ? [] : compareWithLock(lock, prompts))], isLocked: lock !== null };
}
